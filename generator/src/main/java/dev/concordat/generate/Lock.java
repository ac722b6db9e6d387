package dev.concordat.generate;

import dev.concordat.schema.ContractException;
import dev.concordat.schema.Place;
import dev.concordat.schema.config.YamlMapping;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What stubs are made with: the tools with the digests of their files, and the libraries that generated code needs at least.
 *
 * @param stubFormat the number of the form that artifacts are written in
 * @param tools the tools by their role
 * @param libraries the libraries by their role
 */
public record Lock(int stubFormat, SortedMap<String, LockedTool> tools, SortedMap<String, Coordinates> libraries) {
    /** Where a repository keeps its lock, beside buf.yaml. */
    public static final String FILE = "concordat.lock";

    /** The form of artifacts that this version of the tool writes. */
    public static final int STUB_FORMAT = 1;

    static final String PROTOC = "protoc";
    static final String GRPC_PLUGIN = "grpc-plugin";
    static final String COMPILER = "compiler";
    static final String PROTOBUF = "protobuf";
    static final String GRPC_STUB = "grpc-stub";
    static final String GRPC_PROTOBUF = "grpc-protobuf";
    static final String PROTOVALIDATE = "protovalidate";
    static final String COMMON_PROTOS = "google-common-protos";

    private static final List<String> TOOLS = List.of(PROTOC, GRPC_PLUGIN, COMPILER);
    private static final List<String> LIBRARIES =
            List.of(PROTOBUF, GRPC_STUB, GRPC_PROTOBUF, PROTOVALIDATE, COMMON_PROTOS);
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    /** Copies the maps. */
    public Lock {
        tools = new TreeMap<>(tools);
        libraries = new TreeMap<>(libraries);
    }

    /** Reads the content of a lock file, or the tool's own lock when a repository has none. */
    public static Lock read(String printedPath, Optional<byte[]> content) throws ContractException {
        return YamlMapping.read(printedPath, content.orElseGet(Lock::builtIn), Lock::read);
    }

    /** The SHA-256 of everything it says, in hexadecimal; comments and order do not count. */
    public String digest() {
        StringBuilder text =
                new StringBuilder("stub-format ").append(stubFormat).append('\n');
        tools.forEach((role, tool) -> {
            text.append(role).append(' ').append(tool.artifact()).append('\n');
            tool.sha256()
                    .forEach((file, digest) ->
                            text.append(file).append(' ').append(digest).append('\n'));
        });
        libraries.forEach(
                (role, library) -> text.append(role).append(' ').append(library).append('\n'));
        return Sha256.of(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** The libraries, {@code group:artifact} to version. */
    public SortedMap<String, String> runtime() {
        SortedMap<String, String> runtime = new TreeMap<>();
        libraries
                .values()
                .forEach(library -> runtime.put(library.groupId() + ":" + library.artifactId(), library.version()));
        return runtime;
    }

    LockedTool tool(String role) {
        return known(tools.get(role), role);
    }

    Coordinates library(String role) {
        return known(libraries.get(role), role);
    }

    private static <T> T known(@org.jspecify.annotations.Nullable T value, String role) {
        if (value == null) {
            throw new IllegalStateException("The lock has no " + role + ".");
        }
        return value;
    }

    private static byte[] builtIn() {
        try (InputStream resource = Lock.class.getResourceAsStream(FILE)) {
            if (resource == null) {
                throw new IllegalStateException(FILE + " is missing from the jar.");
            }
            return resource.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Lock read(YamlMapping root) {
        String version = root.requiredText("version");
        if (!version.equals("v1")) {
            root.report(root.place("version"), "Unknown version \"" + version + "\" of " + FILE + ".", "Write v1.");
        }
        int format = root.number("stub-format").orElse(0);
        if (format != STUB_FORMAT) {
            root.report(
                    root.place("stub-format"),
                    "This version of Concordat writes stubs of format %s, not %s.".formatted(STUB_FORMAT, format),
                    "Use the version of Concordat that the release's tag names.");
        }
        SortedMap<String, LockedTool> tools = new TreeMap<>();
        root.mapping("tools")
                .ifPresent(mapping -> TOOLS.forEach(role -> mapping.mapping(role)
                        .ifPresentOrElse(
                                tool -> tool(tool).ifPresent(found -> tools.put(role, found)),
                                () -> mapping.report(mapping.place(), "The tool \"" + role + "\" is missing.", ""))));
        SortedMap<String, Coordinates> libraries = new TreeMap<>();
        root.mapping("libraries")
                .ifPresent(mapping -> LIBRARIES.forEach(
                        role -> coordinates(mapping, role).ifPresent(found -> libraries.put(role, found))));
        if (tools.isEmpty() || libraries.isEmpty()) {
            root.report(root.place(), "It names no tools or no libraries.", "Restore the file from git.");
        }
        return new Lock(format, tools, libraries);
    }

    private static Optional<LockedTool> tool(YamlMapping mapping) {
        SortedMap<String, String> digests = new TreeMap<>();
        mapping.mapping("sha256").ifPresent(files -> {
            for (String file : List.copyOf(files.keys())) {
                String digest = files.requiredText(file);
                if (!SHA256.matcher(digest).matches()) {
                    files.report(files.place(file), "\"" + digest + "\" is no SHA-256 digest.", "");
                }
                digests.put(file, digest);
            }
        });
        return coordinates(mapping, "artifact").map(artifact -> new LockedTool(artifact, digests));
    }

    private static Optional<Coordinates> coordinates(YamlMapping mapping, String key) {
        Place place = mapping.place(key);
        List<String> parts = new ArrayList<>(List.of(mapping.requiredText(key).split(":", -1)));
        if (parts.size() != 3 || parts.stream().anyMatch(part -> !part.matches("[A-Za-z0-9_][A-Za-z0-9._+-]*"))) {
            mapping.report(place, "\"" + String.join(":", parts) + "\" is not written as group:artifact:version.", "");
            return Optional.empty();
        }
        return Optional.of(new Coordinates(parts.get(0), parts.get(1), parts.get(2)));
    }
}
