package dev.concordat.maven;

import dev.concordat.pipeline.ContractRegistry;
import dev.concordat.pipeline.PublishReport;
import dev.concordat.publish.RepositoryTarget;
import dev.concordat.schema.ContractException;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.spi.connector.transport.TransporterProvider;
import org.jspecify.annotations.Nullable;

/** Makes a repository agree with the release tags, as {@code concordat publish}. */
@Mojo(name = "publish", defaultPhase = LifecyclePhase.DEPLOY, requiresProject = true, threadSafe = true)
public final class PublishGoal extends RegistryGoal {
    /** The repository: {@code file:}, {@code http:} or {@code https:}, or {@code id::url} as the deploy plugin has it. */
    @Parameter(property = "altDeploymentRepository", defaultValue = "file:target/registry", required = true)
    private @Nullable String to;

    /** What parts SNAPSHOTs of branches. */
    @Parameter(property = "concordat.qualifier")
    private @Nullable String qualifier;

    /** A goal on the build's Maven Resolver. */
    @Inject
    public PublishGoal(RepositorySystem system, TransporterProvider transporters) {
        super(system, transporters);
    }

    @Override
    void run(ContractRegistry registry) throws ContractException, MojoFailureException {
        String address = given(to);
        int end = address.indexOf("::");
        RepositoryTarget target = RepositoryTarget.parse(
                end < 0 ? address : address.substring(end + 2), directory().toPath());
        if (end >= 0) {
            target = new RepositoryTarget(target.url(), address.substring(0, end));
        }
        PublishReport report = registry.publish(target, Optional.ofNullable(qualifier), progress());
        require(report.plan());
        report.released().forEach(tag -> getLog().info("published " + tag));
        report.snapshots().forEach(project -> getLog().info("published " + project));
    }
}
