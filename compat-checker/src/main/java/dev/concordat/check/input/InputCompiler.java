package dev.concordat.check.input;

import dev.concordat.check.input.CompiledInput.Layout;
import dev.concordat.schema.ContractException;
import dev.concordat.schema.Failure;
import dev.concordat.schema.ProtoFile;
import dev.concordat.schema.Schema;
import dev.concordat.schema.config.BufYaml;
import dev.concordat.schema.config.PathFilter;
import dev.concordat.schema.config.WorkspaceListing;
import dev.concordat.schema.image.ImageFile;
import dev.concordat.schema.image.ImageFormat;
import dev.concordat.schema.parse.ParsedFiles;
import dev.concordat.schema.source.DirectoryTree;
import dev.concordat.schema.source.FileTree;
import dev.concordat.schema.source.InputFormat;
import dev.concordat.schema.source.InputReference;
import dev.concordat.schema.source.OpenInput;
import dev.concordat.schema.source.PathRules;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes contracts of whatever an input is. */
public final class InputCompiler {
    private static final String DESCRIPTORS = "META-INF/concordat";

    private final ParsedFiles parsed;
    private final Path directory;
    private final InputStream standardInput;
    private final Dependencies dependencies;
    private final boolean asWritten;
    private final boolean earlier;

    /**
     * A compiler of inputs.
     *
     * @param directory what paths are relative to
     * @param standardInput what is read for the path {@code -}
     * @param dependencies where what inputs depend on is looked for
     */
    public InputCompiler(Path directory, InputStream standardInput, Dependencies dependencies) {
        this(directory, standardInput, dependencies, new ParsedFiles(), false, false);
    }

    private InputCompiler(
            Path directory,
            InputStream standardInput,
            Dependencies dependencies,
            ParsedFiles parsed,
            boolean asWritten,
            boolean earlier) {
        this.directory = directory;
        this.standardInput = standardInput;
        this.dependencies = dependencies;
        this.parsed = parsed;
        this.asWritten = asWritten;
        this.earlier = earlier;
    }

    /** The same compiler, which leaves managed mode alone, as images have it that others wrote. */
    InputCompiler asWritten() {
        return new InputCompiler(directory, standardInput, dependencies, parsed, true, earlier);
    }

    /** The same compiler for earlier states, which nobody can mend any more. */
    InputCompiler ofEarlier() {
        return new InputCompiler(directory, standardInput, dependencies, parsed, asWritten, true);
    }

    /** The files asked for by paths that are relative to the working directory, as seen from an input. */
    public PathFilter filter(InputReference input, List<String> paths, List<String> excluded) throws ContractException {
        PathFilter filter = new PathFilter(relative(input, paths), relative(input, excluded));
        for (int at = 0; at < paths.size(); at++) {
            if (filter.excludes(filter.paths().get(at))) {
                throw ContractException.of(
                        Failure.CONFIGURATION,
                        "\"%s\" is given with --path, and all of it is left out by --exclude-path."
                                .formatted(paths.get(at)),
                        "Take one of the two back.");
            }
        }
        return filter;
    }

    /**
     * The files that the same paths ask for in what is compared with: as seen from the current input, and in a repository or an archive also as they are
     * written, from its top, which is how buf reads them there.
     */
    static PathFilter filterOfEarlier(BreakingRequest request, PathFilter current) {
        return switch (request.previous().format()) {
            case GIT, TAR, ZIP ->
                new PathFilter(
                        withWritten(current.paths(), request.paths()),
                        withWritten(current.excluded(), request.excludedPaths()),
                        current.linksLeftOut());
            default -> current;
        };
    }

    /** All of the current input may be a part of the repository, so that the written path says more. */
    private static List<String> withWritten(List<String> seen, List<String> written) {
        Set<String> paths = new LinkedHashSet<>();
        for (int at = 0; at < seen.size(); at++) {
            Optional<String> there = PathRules.normalized(written.get(at));
            if (there.isEmpty() || !seen.get(at).equals(".")) {
                paths.add(seen.get(at));
            }
            there.ifPresent(paths::add);
        }
        return List.copyOf(paths);
    }

    private List<String> relative(InputReference input, List<String> paths) throws ContractException {
        if (!paths.isEmpty() && input.format() == InputFormat.PROTO_FILE) {
            throw ContractException.of(
                    Failure.CONFIGURATION,
                    "Input \"%s\" is a single file, which paths cannot narrow.".formatted(input),
                    "Name its directory as the input, or leave out --path and --exclude-path.");
        }
        List<String> relative = new ArrayList<>();
        for (String path : paths) {
            relative.add(relative(input, path)
                    .orElseThrow(() -> ContractException.of(
                            Failure.CONFIGURATION,
                            "Path \"%s\" lies outside input \"%s\".".formatted(path, input),
                            "Name a file or directory of the input, as it is called from here.")));
        }
        return relative;
    }

    private Optional<String> relative(InputReference input, String path) {
        try {
            Path root = input.format() == InputFormat.DIRECTORY ? directory.resolve(input.path()) : directory;
            String seen = root.normalize()
                    .relativize(directory.resolve(path).normalize())
                    .toString()
                    .replace('\\', '/');
            // A directory around the input holds all of it.
            return PathRules.normalized(seen.matches("(\\.\\./)*\\.\\.") ? "." : seen);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** What to say of a single file that no module has. */
    public static ContractException leftOut(InputReference file) {
        return ContractException.of(
                Failure.CONFIGURATION,
                "Input \"%s\" is in no module of its buf.yaml.".formatted(file),
                "Correct includes and excludes there, or name another file.");
    }

    /** The files that were parsed so far. */
    ParsedFiles parsed() {
        return parsed;
    }

    /** A search for the files that are needed of a workspace. */
    NeededFiles needed(WorkspaceListing listing) {
        return new NeededFiles(listing, parsed, dependencies);
    }

    /** Whether an input consists of contract files, and not of descriptors. */
    static boolean hasFiles(InputReference input) {
        return input.format() != InputFormat.JAR && !input.format().isImage();
    }

    /** The contracts of an input. */
    CompiledInput compile(InputReference input, Optional<BufYaml> override, PathFilter filter)
            throws ContractException {
        if (input.format() == InputFormat.JAR) {
            return jar(input, override, filter);
        }
        if (input.format().isImage()) {
            return image(input, override, filter);
        }
        try (ListedInput listed = list(input, override, filter)) {
            return compile(listed);
        }
    }

    /** The contracts of an input whose files were listed: those that are asked for, with what they import. */
    CompiledInput compile(ListedInput input) throws ContractException {
        WorkspaceListing listing = input.listing();
        WorkspaceCompiler workspace = new WorkspaceCompiler(listing, parsed, needed(listing));
        return CompiledInput.of(input, asked(input.description(), () -> workspace.compile(listing.targets())));
    }

    /** Lists the contract files of an input that has some. */
    ListedInput list(InputReference input, Optional<BufYaml> override, PathFilter filter) throws ContractException {
        OpenInput open = found(input, () -> input.open(directory, standardInput));
        try {
            String description = input.format() == InputFormat.GIT ? open.tree().description() : quoted(input);
            WorkspaceListing found = asked(description, () -> WorkspaceListing.of(open, override, filter, earlier));
            WorkspaceListing wanted = asWritten ? found.asWritten() : found;
            WorkspaceListing listing = PackageFiles.of(wanted, input);
            return new ListedInput(description, listing, open);
        } catch (ContractException e) {
            open.close();
            throw e;
        }
    }

    private <T> T asked(String description, EarlierState.Question<T> question) throws ContractException {
        return earlier ? EarlierState.answer(description, question) : question.answer();
    }

    private <T> T found(InputReference input, EarlierState.Question<T> question) throws ContractException {
        return earlier ? EarlierState.find(input.written(), question) : question.answer();
    }

    private CompiledInput image(InputReference input, Optional<BufYaml> override, PathFilter filter)
            throws ContractException {
        Schema schema = found(input, () -> imageFile(input).read(directory, standardInput));
        if (schema.files().isEmpty()) {
            throw ContractException.of(
                    Failure.NO_ANSWER,
                    "Image \"%s\" has no files, or is no image.".formatted(input),
                    "Write it again, with \"concordat build\" or \"buf build\".");
        }
        Set<String> files = schema.files().stream()
                .filter(file -> file.module().isPresent())
                .map(ProtoFile::path)
                .collect(Collectors.toSet());
        return asOne(quoted(input), schema, files, override, filter);
    }

    /** A stub jar has the module's contract files, and a descriptor set of them with all that they import. */
    private CompiledInput jar(InputReference input, Optional<BufYaml> override, PathFilter filter)
            throws ContractException {
        try (OpenInput open = found(input, () -> input.open(directory, standardInput))) {
            FileTree tree = open.tree();
            List<String> descriptors = tree.files(DESCRIPTORS);
            if (descriptors.size() != 1) {
                throw ContractException.of(
                        Failure.NO_ANSWER,
                        "\"%s\" has %s files in %s; a stub jar has one, the descriptors of its module."
                                .formatted(input, descriptors.size(), DESCRIPTORS),
                        "Name a proto- jar that concordat published; other jars with .proto files are read with #format=zip.");
            }
            String name = descriptors.get(0);
            Schema schema = new ImageFile(ImageFormat.parse(input.path() + "/" + name))
                    .read(tree.read(name).orElseThrow());
            Set<String> files = tree.files(".").stream()
                    .filter(path -> path.endsWith(".proto"))
                    .collect(Collectors.toSet());
            return asOne(quoted(input), schema, files, override, filter);
        }
    }

    private CompiledInput asOne(
            String description, Schema schema, Set<String> files, Optional<BufYaml> override, PathFilter filter)
            throws ContractException {
        BufYaml configuration =
                override.isPresent() ? override.get() : BufYaml.read(new DirectoryTree(directory, ""), BufYaml.FILE);
        BufYaml asOne = configuration.asOneModule();
        Set<String> targets = files.stream().filter(filter::targets).collect(Collectors.toSet());
        String module = asOne.modules().get(0).id();
        return new CompiledInput(
                description, Map.of(module, schema), asOne, Layout.IMAGE, Map.of(module, files), targets);
    }

    private static String quoted(InputReference input) {
        return "\"" + input + "\"";
    }

    /** The image that an input is. */
    public static ImageFile imageFile(InputReference input) throws ContractException {
        String compression = input.options().get("compression");
        return new ImageFile(ImageFormat.parse(input.path() + "#format=" + input.format()
                + (compression == null ? "" : ",compression=" + compression)));
    }
}
