package dev.concordat.schema.source;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What kind of thing an input is; the names are buf's. */
public enum InputFormat {
    /** A directory. */
    DIRECTORY("dir", Set.of()),
    /** A commit of a git repository. */
    GIT("git", Set.of("branch", "tag", "commit", "ref", "depth", "subdir", "recurse_submodules", "filter")),
    /** A tar archive, perhaps compressed. */
    TAR("tar", Set.of("compression", "strip_components", "subdir")),
    /** A zip archive. */
    ZIP("zip", Set.of("strip_components", "subdir")),
    /** One contract file. */
    PROTO_FILE("protofile", Set.of("include_package_files")),
    /** A binary image. */
    BINARY_IMAGE("binpb", Set.of("compression")),
    /** An image in JSON. */
    JSON_IMAGE("json", Set.of("compression", "use_proto_names", "use_enum_numbers")),
    /** An image in protobuf's text format. */
    TEXT_IMAGE("txtpb", Set.of("compression")),
    /** An image in YAML. */
    YAML_IMAGE("yaml", Set.of("compression", "use_proto_names", "use_enum_numbers")),
    /** A module in buf's registry. */
    REGISTRY("mod", Set.of()),
    /** A published stub jar; buf has no such input. */
    JAR("jar", Set.of()),
    /** A published stub jar by its Maven coordinates; buf has no such input. */
    MAVEN("maven", Set.of());

    /** What stands before Maven coordinates. */
    static final String MAVEN_PREFIX = "maven:";

    private static final String COMPRESSED_NAME = "gz";
    private static final Pattern REGISTRY_MODULE =
            Pattern.compile("[a-z0-9-]+(\\.[a-z0-9-]+)+/[^/:]+/[^/:]+(:[^/:]+)?");
    private static final Pattern COMPRESSED = Pattern.compile("\\.(gz|zst)$");

    private final String text;

    @SuppressWarnings("ImmutableEnumChecker") // Set.of never changes.
    private final Set<String> options;

    InputFormat(String text, Set<String> options) {
        this.text = text;
        this.options = options;
    }

    /** The names of the options that go with it. */
    Set<String> options() {
        return options;
    }

    /** The format that the option {@code format} names. */
    static Optional<InputFormat> named(String name) {
        String plain = isCompressed(name) ? name.substring(0, name.length() - COMPRESSED_NAME.length()) : name;
        return plain.equals("bin")
                ? Optional.of(BINARY_IMAGE)
                : Stream.of(values())
                        .filter(format -> format.text.equals(plain))
                        .findFirst();
    }

    /** Whether it is one of the old names of what is compressed with gzip, which buf reads forever. */
    static boolean isCompressed(String name) {
        return name.equals("targz") || name.equals("bingz") || name.equals("jsongz");
    }

    /** The format that a path suggests. */
    static InputFormat of(String path) {
        if (path.startsWith(MAVEN_PREFIX)) {
            return MAVEN;
        }
        String name = path.toLowerCase(Locale.ROOT);
        String bare = COMPRESSED.matcher(name).replaceFirst("");
        String extension = bare.substring(Math.max(bare.lastIndexOf('/'), bare.lastIndexOf('.')) + 1);
        extension = bare.endsWith("." + extension) ? extension : "";
        return switch (bare.equals(InputReference.STANDARD_INPUT) ? "binpb" : extension) {
            case "tar" -> TAR;
            case "tgz" -> bare.equals(name) ? TAR : ofDirectory(path);
            case "binpb", "bin" -> BINARY_IMAGE;
            case "json" -> JSON_IMAGE;
            case "txtpb" -> TEXT_IMAGE;
            case "yaml" -> YAML_IMAGE;
            default -> bare.equals(name) ? ofUncompressed(extension, path) : ofDirectory(path);
        };
    }

    private static InputFormat ofUncompressed(String extension, String path) {
        return switch (extension) {
            case "git" -> GIT;
            case "zip" -> ZIP;
            case "proto" -> PROTO_FILE;
            case "jar" -> JAR;
            default -> ofDirectory(path);
        };
    }

    private static InputFormat ofDirectory(String path) {
        return REGISTRY_MODULE.matcher(path).matches() ? REGISTRY : DIRECTORY;
    }

    /** Whether it holds compiled contracts rather than files to compile. */
    public boolean isImage() {
        return this == BINARY_IMAGE || this == JSON_IMAGE || this == TEXT_IMAGE || this == YAML_IMAGE;
    }

    /** The name that the option {@code format} has for it. */
    @Override
    public String toString() {
        return text;
    }
}
