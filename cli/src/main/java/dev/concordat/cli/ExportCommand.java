package dev.concordat.cli;

import dev.concordat.cli.export.Export;
import dev.concordat.cli.export.ExportDirectory;
import dev.concordat.cli.export.Exporter;
import dev.concordat.schema.ContractCompiler;
import dev.concordat.schema.ContractException;
import dev.concordat.schema.ContractFile;
import dev.concordat.schema.Failure;
import dev.concordat.schema.link.LinkingCompiler;
import dev.concordat.schema.source.InputReference;
import dev.concordat.schema.source.OpenInput;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code concordat export}: contracts as files of their own, as {@code buf export} does, or only what some types need. */
final class ExportCommand implements Command {
    private static final Flag OUTPUT = Flag.valued("--output", "directory", "Where to write; new, or empty");
    private static final Flag SHORT_OUTPUT = Flag.valued("-o", "directory", "The same");
    private static final Flag TYPE = Flag.valued(
            "--type",
            "name",
            "Only a message, an enum, a service or an rpc (package.Service.Rpc) and what it needs; may be given several times");
    private static final Flag EXCLUDE_IMPORTS =
            Flag.alone("--exclude-imports", "Leave files out that are only imported");

    @Override
    public String name() {
        return "export";
    }

    @Override
    public String purpose() {
        return "Writes contracts, or only what some of their types need, to a directory of their own";
    }

    @Override
    public List<String> inputs() {
        return List.of("input");
    }

    @Override
    public List<Flag> flags() {
        return List.of(
                OUTPUT,
                SHORT_OUTPUT,
                TYPE,
                EXCLUDE_IMPORTS,
                TargetFiles.PATH,
                TargetFiles.EXCLUDE_PATH,
                TargetFiles.DISABLE_SYMLINKS,
                GivenConfiguration.FLAG,
                ErrorFormat.FLAG,
                TimeLimit.FLAG);
    }

    @Override
    public int configurationStatus() {
        return ExitStatus.NO_ANSWER;
    }

    @Override
    public int run(Arguments arguments, Terminal terminal) throws ContractException {
        String output = arguments
                .value(SHORT_OUTPUT.name())
                .or(() -> arguments.value(OUTPUT.name()))
                .orElseThrow(() -> ContractException.of(
                        Failure.CONFIGURATION, "There is nowhere to write to.", "Name a directory: -o contracts."));
        if (!arguments.values(TYPE.name()).isEmpty()
                && (arguments.has(TargetFiles.PATH.name()) || arguments.has(EXCLUDE_IMPORTS.name()))) {
            throw ContractException.of(
                    Failure.CONFIGURATION,
                    "A type comes with all that it needs: --type goes neither with --path nor with --exclude-imports.",
                    "Keep one of them.");
        }
        InputReference input = InputReference.parse(arguments.input(0).orElse("."));
        ErrorFormat format = ErrorFormat.of(arguments);
        return format.guard(terminal, () -> {
            try (OpenInput open = input.open(terminal.directory(), terminal.in())) {
                Export export = export(TargetFiles.of(input, open, arguments, terminal), arguments);
                new ExportDirectory(output, terminal.directory().resolve(output)).write(export);
                export.notes().forEach(terminal::tell);
                format.printNothing(terminal);
                return ExitStatus.FINE;
            }
        });
    }

    private static Export export(TargetFiles wanted, Arguments arguments) throws ContractException {
        if (arguments.has(EXCLUDE_IMPORTS.name())) {
            // As with buf, they need not even compile then.
            Map<String, byte[]> files = new LinkedHashMap<>();
            for (ContractFile file : wanted.files()) {
                if (wanted.targets().contains(file.importPath())) {
                    files.put(file.importPath(), file.text().bytes());
                }
            }
            return Export.of(files);
        }
        ContractCompiler compiler = new LinkingCompiler();
        Exporter exporter = new Exporter(compiler.compile(wanted.files()), compiler);
        List<String> types = arguments.values(TYPE.name());
        return types.isEmpty() ? exporter.files(wanted.targets()) : exporter.types(types);
    }
}
