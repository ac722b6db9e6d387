package dev.concordat.cli;

import dev.concordat.check.input.BreakingRequest;
import dev.concordat.check.input.BreakingRequest.Limit;
import dev.concordat.check.input.BreakingResult;
import dev.concordat.check.input.EarlierState;
import dev.concordat.check.input.InputComparison;
import dev.concordat.check.input.InputCompiler;
import dev.concordat.generate.StandaloneMaven;
import dev.concordat.publish.PublishedJar;
import dev.concordat.schema.ContractException;
import dev.concordat.schema.Failure;
import dev.concordat.schema.source.InputFormat;
import dev.concordat.schema.source.InputReference;
import dev.concordat.schema.source.SparseCheckout;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code concordat breaking}: what breaks between two inputs, as {@code buf breaking} is called. */
final class BreakingCommand implements Command {
    private static final Flag AGAINST = Flag.valued(
            "--against",
            "input",
            "What to compare with: \".git#branch=main\", a directory, archive, image, stub jar or maven:group:artifact:version");
    private static final Flag AGAINST_CONFIG =
            Flag.valued("--against-config", "file or data", "The same for the input compared with");
    private static final Flag PATH = Flag.valued(
            "--path", "path", "A file or directory to check, and no others; may be repeated, or a list with commas");
    private static final Flag EXCLUDE_PATH = Flag.valued(
            "--exclude-path", "path", "A file or directory not to check; may be repeated, or a list with commas");
    private static final Flag EXCLUDE_IMPORTS =
            Flag.alone("--exclude-imports", "Report nothing in files that are only imported");
    private static final Flag LIMIT_TO_INPUT_FILES =
            Flag.alone("--limit-to-input-files", "Leave out files that the input does not have, deleted ones too");

    private static final Flag AGAINST_REGISTRY =
            Flag.alone("--against-registry", "Refused: buf's registry is not asked; name an image with --against");

    /** Where "concordat publish" publishes to when nothing else is said. */
    static final String REGISTRY = "target/registry";

    @Override
    public String name() {
        return "breaking";
    }

    @Override
    public String purpose() {
        return "Tells what breaks between two states of contracts";
    }

    @Override
    public List<String> inputs() {
        return List.of("input");
    }

    @Override
    public List<Flag> flags() {
        return LogFlags.behind(
                AGAINST,
                AGAINST_REGISTRY,
                GivenConfiguration.FLAG,
                AGAINST_CONFIG,
                PATH,
                EXCLUDE_PATH,
                EXCLUDE_IMPORTS,
                LIMIT_TO_INPUT_FILES,
                ErrorFormat.FLAG,
                TimeLimit.FLAG,
                TargetFiles.DISABLE_SYMLINKS);
    }

    @Override
    public int configurationStatus() {
        return ExitStatus.NO_ANSWER;
    }

    @Override
    public int run(Arguments arguments, Terminal terminal) throws ContractException {
        ErrorFormat format = ErrorFormat.of(arguments);
        BreakingRequest request = request(arguments, terminal);
        return format.guard(terminal, () -> {
            InputCompiler inputs = new InputCompiler(terminal.directory(), terminal.in(), terminal.dependencies());
            BreakingResult result = new InputComparison(inputs).compare(request);
            result.notes().forEach(terminal::tell);
            if (request.current().format() == InputFormat.DIRECTORY && hasDeletedFiles(result)) {
                SparseCheckout.note(
                                terminal.directory().resolve(request.current().path()))
                        .ifPresent(terminal::tell);
            }
            format.print(result, terminal);
            return result.violations().isEmpty() ? ExitStatus.FINE : ExitStatus.VIOLATIONS;
        });
    }

    private static boolean hasDeletedFiles(BreakingResult result) {
        return result.violations().stream()
                .anyMatch(violation -> violation.location().isEmpty());
    }

    private static BreakingRequest request(Arguments arguments, Terminal terminal) throws ContractException {
        if (arguments.has(AGAINST_REGISTRY.name())) {
            throw ContractException.of(
                    Failure.CONFIGURATION,
                    "--against-registry compares with modules of buf's registry, and nothing is fetched while checking.",
                    "Compare with a commit, --against \".git#branch=main\", or with an image that \"buf build buf.build/owner/module -o previous.binpb\" writes.");
        }
        String against = arguments
                .value(AGAINST.name())
                .orElseThrow(() -> ContractException.of(
                        Failure.CONFIGURATION,
                        "There is nothing to compare with.",
                        "Name it: --against \".git#branch=main\"."));
        List<Limit> limits = new ArrayList<>();
        if (arguments.has(EXCLUDE_IMPORTS.name())) {
            limits.add(Limit.NO_IMPORTS);
        }
        if (arguments.has(LIMIT_TO_INPUT_FILES.name())) {
            limits.add(Limit.INPUT_FILES);
        }
        if (arguments.has(TargetFiles.DISABLE_SYMLINKS.name())) {
            limits.add(Limit.NO_LINKS);
        }
        return new BreakingRequest(
                input(arguments.input(0).orElse("."), terminal),
                EarlierState.find(against, () -> input(against, terminal)),
                GivenConfiguration.of(GivenConfiguration.FLAG, arguments, terminal),
                GivenConfiguration.of(AGAINST_CONFIG, arguments, terminal),
                arguments.values(PATH.name()),
                arguments.values(EXCLUDE_PATH.name()),
                limits);
    }

    /** Maven coordinates become the jar that they stand for. */
    private static InputReference input(String text, Terminal terminal) throws ContractException {
        InputReference input = InputReference.parse(text);
        if (input.format() != InputFormat.MAVEN) {
            return input;
        }
        try (StandaloneMaven maven = StandaloneMaven.online()) {
            Path registry = terminal.directory().resolve(REGISTRY);
            Path jar = new PublishedJar(maven, registry).find(input.coordinates());
            return new InputReference(jar.toString(), InputFormat.JAR, Map.of());
        }
    }
}
