package dev.concordat.cli;

import dev.concordat.generate.Coordinates;
import dev.concordat.pipeline.PublishReport;
import dev.concordat.publish.RepositoryTarget;
import dev.concordat.schema.ContractException;
import dev.concordat.schema.Failure;
import java.util.List;
import java.util.Optional;

/** {@code concordat publish}: makes a Maven repository agree with the tags. */
final class PublishCommand implements Command {
    private static final String DEFAULT_TARGET = "file:target/registry";
    private static final Flag TO =
            Flag.valued("--to", "url", "The repository: file:, http: or https:; " + DEFAULT_TARGET + " if not given");
    private static final Flag QUALIFIER =
            Flag.valued("--qualifier", "word", "Put into SNAPSHOT versions, to part branches: pr812");

    @Override
    public String name() {
        return "publish";
    }

    @Override
    public String purpose() {
        return "Publishes every release that a Maven repository lacks, and SNAPSHOTs of what changed since";
    }

    @Override
    public List<String> inputs() {
        return List.of();
    }

    @Override
    public List<Flag> flags() {
        return List.of(TO, QUALIFIER);
    }

    @Override
    public int run(Arguments arguments, Terminal terminal) throws ContractException {
        RepositoryTarget target =
                RepositoryTarget.parse(arguments.decisive(TO).orElse(DEFAULT_TARGET), terminal.directory());
        Optional<String> qualifier = arguments.decisive(QUALIFIER);
        if (qualifier.isPresent() && !qualifier.get().matches("[A-Za-z0-9]+")) {
            throw ContractException.of(
                    Failure.CONFIGURATION,
                    "\"%s\" cannot be part of a version.".formatted(qualifier.get()),
                    "Use letters and digits.");
        }
        return ErrorFormat.TEXT.guard(terminal, () -> {
            try (OpenRegistry registry = OpenRegistry.open(terminal)) {
                PublishReport report = registry.registry().publish(target, qualifier, ProgressLine.on(terminal));
                return report.plan().isAcceptable()
                        ? print(report, target, terminal)
                        : CheckCommand.print(report.plan(), ErrorFormat.TEXT, terminal);
            }
        });
    }

    private static int print(PublishReport report, RepositoryTarget target, Terminal terminal) {
        report.released().forEach(tag -> terminal.print("published " + tag));
        report.snapshots().forEach(project -> terminal.print("published " + project));
        if (report.released().isEmpty() && report.snapshots().isEmpty()) {
            terminal.print("Nothing to do: %s holds every release already.".formatted(target.url()));
        }
        report.platform().ifPresent(platform -> printSnippet(platform, target, terminal));
        return ExitStatus.FINE;
    }

    private static void printSnippet(Coordinates platform, RepositoryTarget target, Terminal terminal) {
        String text = """

                Repository: %s
                In a POM, import the platform, then depend on proto- and grpc- artifacts without a version:

                <dependencyManagement>
                  <dependencies>
                    <dependency>
                      <groupId>%s</groupId>
                      <artifactId>%s</artifactId>
                      <version>%s</version>
                      <type>pom</type>
                      <scope>import</scope>
                    </dependency>
                  </dependencies>
                </dependencyManagement>""".formatted(target.url(), platform.groupId(), platform.artifactId(), platform.version());
        text.lines().forEach(terminal::print);
    }
}
