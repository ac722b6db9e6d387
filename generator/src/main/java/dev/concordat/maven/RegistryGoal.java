package dev.concordat.maven;

import dev.concordat.check.report.NoticeReport;
import dev.concordat.check.report.TextReport;
import dev.concordat.generate.MavenContext;
import dev.concordat.generate.MavenSource;
import dev.concordat.pipeline.ContractRegistry;
import dev.concordat.pipeline.Progress;
import dev.concordat.release.Plan;
import dev.concordat.release.PlanText;
import dev.concordat.schema.ContractException;
import dev.concordat.schema.Failure;
import dev.concordat.schema.Problem;
import dev.concordat.schema.source.UserCaches;
import java.io.File;
import java.util.stream.Collectors;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.spi.connector.transport.TransporterProvider;
import org.jspecify.annotations.Nullable;

/** What the goals have in common: the registry of the build, on the build's own Maven session. */
abstract class RegistryGoal extends AbstractMojo {
    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private @Nullable MavenSession session;

    /** The directory that printed paths are relative to, and that lies in the repository of the contracts. */
    @Parameter(property = "concordat.directory", defaultValue = "${session.executionRootDirectory}", required = true)
    private @Nullable File directory;

    private final RepositorySystem system;
    private final TransporterProvider transporters;

    RegistryGoal(RepositorySystem system, TransporterProvider transporters) {
        this.system = system;
        this.transporters = transporters;
    }

    /** What a goal does with the open registry. */
    abstract void run(ContractRegistry registry) throws ContractException, MojoFailureException;

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        try (ContractRegistry registry =
                ContractRegistry.open(directory().toPath(), maven(), UserCaches.of(System.getenv()))) {
            run(registry);
        } catch (ContractException e) {
            String text = e.problems().stream().map(Problem::toString).collect(Collectors.joining("\n"));
            if (e.failure() == Failure.CONTRACT) {
                throw new MojoFailureException(text);
            }
            throw new MojoExecutionException(text);
        }
    }

    final MavenSource maven() {
        MavenSession open = given(session);
        return MavenSource.of(new MavenContext(
                system,
                open.getRepositorySession(),
                open.getCurrentProject().getRemoteProjectRepositories(),
                transporters));
    }

    final File directory() {
        return given(directory);
    }

    /** Maven's log takes the place of a progress line. */
    final Progress progress() {
        return step -> getLog().info(step);
    }

    /** Says the plan, and fails the build when something breaks. */
    final void require(Plan plan) throws MojoFailureException {
        NoticeReport.text(plan.waivers().news()).lines().forEach(getLog()::warn);
        if (!plan.isAcceptable()) {
            throw new MojoFailureException("The contracts break what others rely on.\n"
                    + TextReport.print(plan.violations())
                    + PlanText.print(plan));
        }
        PlanText.print(plan).lines().forEach(getLog()::info);
    }

    /** A parameter that Maven has set. */
    static <T> T given(@Nullable T parameter) {
        if (parameter == null) {
            throw new IllegalStateException("Maven did not set a required parameter.");
        }
        return parameter;
    }
}
