package dev.concordat.cli;

import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import dev.concordat.check.input.InputCompiler;
import dev.concordat.generate.Lock;
import dev.concordat.generate.StandaloneMaven;
import dev.concordat.generate.Toolchain;
import dev.concordat.schema.ContractException;
import dev.concordat.schema.Failure;
import dev.concordat.schema.Schema;
import dev.concordat.schema.config.PathFilter;
import dev.concordat.schema.image.Image;
import dev.concordat.schema.image.ImageFormat;
import dev.concordat.schema.image.ImageOutput;
import dev.concordat.schema.image.ImageWriter;
import dev.concordat.schema.link.CompiledFiles;
import dev.concordat.schema.protoc.ProtocCompiler;
import dev.concordat.schema.source.FileTree;
import dev.concordat.schema.source.InputReference;
import dev.concordat.schema.source.OpenInput;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** {@code concordat build}: whether contracts compile, and what they say as an image; called as {@code buf build} is. */
final class BuildCommand implements Command {
    private static final Flag OUTPUT = Flag.valued(
            "--output",
            "image",
            "Where to write: .binpb, .json, .txtpb or .yaml, perhaps with .gz or .zst; - is standard output");
    private static final Flag SHORT_OUTPUT = Flag.valued("-o", "image", "The same");
    private static final Flag EXCLUDE_IMPORTS =
            Flag.alone("--exclude-imports", "Leave files out of the image that are only imported");
    private static final Flag EXCLUDE_SOURCE_INFO =
            Flag.alone("--exclude-source-info", "Leave positions and comments out of the image");
    private static final Flag AS_SET = Flag.alone(
            "--as-file-descriptor-set",
            "Do not note in the image which files are only imported, as buf does and protoc does not");
    private static final Flag WITH_PROTOC =
            Flag.alone("--with-protoc", "Compile with the protoc of concordat.lock instead of our own compiler");

    private static final Flag TYPE =
            Flag.valued("--type", "name", "Refused: \"concordat export --type\" writes what some types need");
    private static final Flag EXCLUDE_SOURCE_OPTIONS = Flag.alone(
            "--exclude-source-retention-options", "Refused: options stay as they are; \"buf build\" leaves them out");

    @Override
    public String name() {
        return "build";
    }

    @Override
    public String purpose() {
        return "Compiles contracts, and writes them as an image";
    }

    @Override
    public List<String> inputs() {
        return List.of("input");
    }

    @Override
    public List<Flag> flags() {
        return LogFlags.behind(
                OUTPUT,
                SHORT_OUTPUT,
                EXCLUDE_IMPORTS,
                EXCLUDE_SOURCE_INFO,
                AS_SET,
                TargetFiles.PATH,
                TargetFiles.EXCLUDE_PATH,
                TargetFiles.DISABLE_SYMLINKS,
                GivenConfiguration.FLAG,
                TYPE,
                EXCLUDE_SOURCE_OPTIONS,
                WITH_PROTOC,
                ErrorFormat.FLAG,
                TimeLimit.FLAG);
    }

    @Override
    public int configurationStatus() {
        return ExitStatus.NO_ANSWER;
    }

    @Override
    public int run(Arguments arguments, Terminal terminal) throws ContractException {
        refuseWhatOnlyBufDoes(arguments);
        Optional<String> output = arguments.value(SHORT_OUTPUT.name()).or(() -> arguments.value(OUTPUT.name()));
        Optional<ImageFormat> image =
                output.isPresent() ? Optional.of(ImageFormat.parse(output.get())) : Optional.empty();
        // Standard output is the image's, then, and nothing else may come between.
        Terminal told = image.filter(ImageFormat::isStandardStream).isPresent() ? terminal.onStandardError() : terminal;
        InputReference input = InputReference.parse(arguments.input(0).orElse("."));
        ErrorFormat format = ErrorFormat.of(arguments);
        return format.guard(told, () -> {
            Descriptors compiled = input.format().isImage()
                    ? converted(input, arguments, terminal)
                    : compiled(input, arguments, terminal);
            if (image.isPresent()) {
                new ImageWriter(image.get())
                        .write(terminal.directory(), terminal.result(), out -> compiled.write(arguments, out));
            }
            format.printNothing(told);
            return ExitStatus.FINE;
        });
    }

    private static void refuseWhatOnlyBufDoes(Arguments arguments) throws ContractException {
        if (arguments.value(TYPE.name()).isPresent()) {
            throw ContractException.of(
                    Failure.CONFIGURATION,
                    "An image of some types alone is not written here.",
                    "Write their contracts with \"concordat export --type name -o directory\" and build that directory, or use \"buf build --type\".");
        }
        if (arguments.has(EXCLUDE_SOURCE_OPTIONS.name())) {
            throw ContractException.of(
                    Failure.CONFIGURATION,
                    "Options that are for the source alone are not left out here.",
                    "Remove --exclude-source-retention-options, or use \"buf build\".");
        }
    }

    private static Descriptors converted(InputReference input, Arguments arguments, Terminal terminal)
            throws ContractException {
        PathFilter filter = TargetFiles.filter(input, arguments, terminal);
        Image whole = InputCompiler.imageFile(input).readFiles(terminal.directory(), terminal.in());
        // As in buf: a path may name an import, and what is no import of the image is not left out as one.
        boolean anyFile = !filter.paths().isEmpty() && !arguments.has(EXCLUDE_IMPORTS.name());
        Set<String> wanted = (anyFile ? whole.paths() : whole.targets())
                .stream().filter(filter::targets).collect(Collectors.toSet());
        if (wanted.isEmpty()) {
            throw TargetFiles.nothingLeft(input);
        }
        return Descriptors.of(whole.narrowed(wanted).files(), wanted, whole.targets());
    }

    private static Descriptors compiled(InputReference input, Arguments arguments, Terminal terminal)
            throws ContractException {
        try (OpenInput open = input.open(terminal.directory(), terminal.in())) {
            TargetFiles wanted = TargetFiles.of(input, open, arguments, terminal);
            if (arguments.has(WITH_PROTOC.name())) {
                return compiledByProtoc(wanted, open.tree(), terminal);
            }
            CompiledFiles files = CompiledFiles.compile(wanted.files());
            boolean plain = arguments.has(EXCLUDE_SOURCE_INFO.name());
            return new Descriptors(
                    files.paths(),
                    wanted.targets(),
                    wanted.targets(),
                    plain ? files::descriptor : files::descriptorWithSourceInfo);
        }
    }

    private static Descriptors compiledByProtoc(TargetFiles wanted, FileTree tree, Terminal terminal)
            throws ContractException {
        Lock lock = Lock.read(Lock.FILE, tree.read(Lock.FILE));
        try (StandaloneMaven maven = StandaloneMaven.online()) {
            Schema schema = new ProtocCompiler(
                            new Toolchain(lock, maven, terminal.caches().concordat()).protoc())
                    .compile(wanted.files());
            List<FileDescriptorProto> files = schema.reachableFrom(wanted.targets()).stream()
                    .map(file -> file.descriptor().whole())
                    .toList();
            return Descriptors.of(files, wanted.targets(), wanted.targets());
        }
    }

    /**
     * Compiled files.
     *
     * @param paths their import paths, imported before importer
     * @param targets those that were asked for
     * @param own those that are not left out with imports
     * @param byPath the descriptor of each
     */
    private record Descriptors(
            List<String> paths, Set<String> targets, Set<String> own, Function<String, FileDescriptorProto> byPath) {

        static Descriptors of(List<FileDescriptorProto> files, Set<String> targets, Set<String> own) {
            Map<String, FileDescriptorProto> byPath = new LinkedHashMap<>();
            files.forEach(file -> byPath.put(file.getName(), file));
            return new Descriptors(
                    List.copyOf(byPath.keySet()), targets, own, path -> Objects.requireNonNull(byPath.get(path), path));
        }

        void write(Arguments arguments, ImageOutput image) throws IOException, ContractException {
            for (String path : paths) {
                FileDescriptorProto descriptor = byPath.apply(path);
                if (arguments.has(EXCLUDE_SOURCE_INFO.name())) {
                    descriptor = descriptor.toBuilder().clearSourceCodeInfo().build();
                }
                if (arguments.has(EXCLUDE_IMPORTS.name()) && !own.contains(path)) {
                    image.leaveOut(descriptor);
                } else if (targets.contains(path) || arguments.has(AS_SET.name())) {
                    image.add(descriptor);
                } else {
                    image.addImported(descriptor);
                }
            }
        }
    }
}
