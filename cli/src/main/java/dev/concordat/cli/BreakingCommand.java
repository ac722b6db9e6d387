package dev.concordat.cli;

import dev.concordat.check.Violation;
import dev.concordat.check.breaking.BreakingChecker;
import dev.concordat.check.report.JsonReport;
import dev.concordat.check.report.TextReport;
import dev.concordat.generate.Lock;
import dev.concordat.generate.StandaloneMaven;
import dev.concordat.generate.Toolchain;
import dev.concordat.schema.ContractCompiler;
import dev.concordat.schema.ContractException;
import dev.concordat.schema.Failure;
import dev.concordat.schema.Schema;
import dev.concordat.schema.config.BufYaml;
import dev.concordat.schema.config.ModuleConfig;
import dev.concordat.schema.config.Workspace;
import dev.concordat.schema.link.ProtocCompiler;
import dev.concordat.schema.source.FileTree;
import dev.concordat.schema.source.InputReference;
import dev.concordat.schema.source.OpenInput;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code concordat breaking}: what breaks between two inputs, as {@code buf breaking} is called. */
final class BreakingCommand implements Command {
    private static final Flag AGAINST =
            Flag.valued("--against", "input", "What to compare with: a directory, or \".git#branch=main\"");
    private static final Flag CONFIG =
            Flag.valued("--config", "file or data", "A buf.yaml to use instead of the input's own");

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
        return List.of(AGAINST, CONFIG, ErrorFormat.FLAG);
    }

    @Override
    public int configurationStatus() {
        return ExitStatus.NO_ANSWER;
    }

    @Override
    public int run(Arguments arguments, Terminal terminal) throws ContractException {
        String against = arguments
                .value(AGAINST.name())
                .orElseThrow(() -> ContractException.of(
                        Failure.CONFIGURATION,
                        "There is nothing to compare with.",
                        "Name it: --against \".git#branch=main\"."));
        ErrorFormat format = ErrorFormat.of(arguments);
        return format.guard(terminal, () -> {
            try (StandaloneMaven maven = StandaloneMaven.online();
                    OpenInput current =
                            InputReference.parse(arguments.input(0).orElse(".")).open(terminal.directory());
                    OpenInput previous = InputReference.parse(against).open(terminal.directory())) {
                Optional<BufYaml> config = config(arguments, terminal);
                List<Violation> violations = compare(previous, current, config, compiler(maven, current.tree()));
                terminal.printReport(
                        format == ErrorFormat.JSON ? JsonReport.print(violations) : TextReport.print(violations));
                return violations.isEmpty() ? ExitStatus.FINE : ExitStatus.VIOLATIONS;
            }
        });
    }

    private static List<Violation> compare(
            OpenInput previous, OpenInput current, Optional<BufYaml> config, ContractCompiler compiler)
            throws ContractException {
        Workspace before = Workspace.load(previous.tree(), previous.printedPrefix());
        Workspace after = Workspace.load(current.tree(), current.printedPrefix());
        Schema previousSchema = compiler.compile(before.files());
        Schema currentSchema = compiler.compile(after.files());
        Map<String, ModuleConfig> modules = new LinkedHashMap<>();
        // A module that is gone is checked by what it said of itself last.
        before.modules().forEach(module -> modules.put(module.path(), module));
        after.modules().forEach(module -> modules.put(module.path(), module));
        List<Violation> violations = new ArrayList<>();
        for (ModuleConfig module : modules.values()) {
            violations.addAll(new BreakingChecker()
                    .check(
                            previousSchema,
                            currentSchema,
                            Optional.of(module.path()),
                            config.map(BufYaml::breaking).orElse(module.breaking())));
        }
        return violations.stream().distinct().sorted().toList();
    }

    private static ContractCompiler compiler(StandaloneMaven maven, FileTree tree) throws ContractException {
        Lock lock = Lock.read(Lock.FILE, tree.read(Lock.FILE));
        return new ProtocCompiler(new Toolchain(lock, maven, Toolchain.userCache()).protoc());
    }

    /** A file when it is named like one, else the data itself, as buf does. */
    private static Optional<BufYaml> config(Arguments arguments, Terminal terminal) throws ContractException {
        Optional<String> given = arguments.value(CONFIG.name());
        if (given.isEmpty()) {
            return Optional.empty();
        }
        String text = given.get();
        if (!text.matches(".*\\.(ya?ml|json)")) {
            return Optional.of(BufYaml.parse("--config", text.getBytes(StandardCharsets.UTF_8)));
        }
        Path file = terminal.directory().resolve(text);
        try {
            return Optional.of(BufYaml.parse(text, Files.readAllBytes(file)));
        } catch (java.io.IOException e) {
            throw ContractException.of(
                    Failure.CONFIGURATION, "\"%s\" cannot be read.".formatted(text), "Correct the path.");
        }
    }
}
