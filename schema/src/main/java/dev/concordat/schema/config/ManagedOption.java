package dev.concordat.schema.config;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * A file option that managed mode sets.
 *
 * @param name the option
 * @param kind what values it has
 * @param prefix the key of what may stand before the value, empty when nothing can
 * @param suffix the key of what may stand behind it, empty when nothing can
 * @param byDefault the value for a file where nothing is said, by import path and package, empty for none
 * @param affixed the value with a prefix and a suffix, empty for none
 */
record ManagedOption(
        String name,
        Kind kind,
        String prefix,
        String suffix,
        BiFunction<String, String, String> byDefault,
        Affixed affixed) {
    private static final String JAVA_PACKAGE = "java_package";

    private static final Affixed NO_AFFIX = (path, packageName, prefix, suffix) -> "";

    /** All of them, in buf's order. */
    static final List<ManagedOption> ALL = List.of(
            new ManagedOption(
                    JAVA_PACKAGE,
                    Kind.TEXT,
                    "java_package_prefix",
                    "java_package_suffix",
                    (path, packageName) -> "",
                    (path, packageName, prefix, suffix) -> ManagedNames.javaPackage(packageName, prefix, suffix)),
            plain("java_outer_classname", Kind.TEXT, (path, packageName) -> ManagedNames.outerClass(path)),
            plain("java_multiple_files", Kind.FLAG, (path, packageName) -> "true"),
            plain("java_string_check_utf8", Kind.FLAG, (path, packageName) -> "false"),
            plain("optimize_for", Kind.OPTIMIZATION, (path, packageName) -> "SPEED"),
            new ManagedOption(
                    "go_package",
                    Kind.TEXT,
                    "go_package_prefix",
                    "",
                    (path, packageName) -> "",
                    (path, packageName, prefix, suffix) -> ManagedNames.goPackage(path, packageName, prefix)),
            plain("cc_enable_arenas", Kind.FLAG, (path, packageName) -> "true"),
            plain("objc_class_prefix", Kind.TEXT, (path, packageName) -> ManagedNames.objectiveC(packageName)),
            new ManagedOption(
                    "csharp_namespace",
                    Kind.TEXT,
                    "csharp_namespace_prefix",
                    "",
                    (path, packageName) -> ManagedNames.capitalized(packageName, "."),
                    (path, packageName, prefix, suffix) ->
                            ManagedNames.joined(".", prefix, ManagedNames.capitalized(packageName, "."))),
            plain("php_namespace", Kind.TEXT, (path, packageName) -> ManagedNames.php(packageName)),
            new ManagedOption(
                    "php_metadata_namespace",
                    Kind.TEXT,
                    "",
                    "php_metadata_namespace_suffix",
                    (path, packageName) -> ManagedNames.joined("\\", ManagedNames.php(packageName), "GPBMetadata"),
                    (path, packageName, prefix, suffix) ->
                            ManagedNames.joined("\\", ManagedNames.php(packageName), suffix)),
            new ManagedOption(
                    "ruby_package",
                    Kind.TEXT,
                    "",
                    "ruby_package_suffix",
                    (path, packageName) -> ManagedNames.capitalized(packageName, "::"),
                    (path, packageName, prefix, suffix) ->
                            ManagedNames.joined("::", ManagedNames.capitalized(packageName, "::"), suffix)),
            plain("swift_prefix", Kind.TEXT, (path, packageName) -> ""));

    private static ManagedOption plain(String name, Kind kind, BiFunction<String, String, String> byDefault) {
        return new ManagedOption(name, kind, "", "", byDefault, NO_AFFIX);
    }

    /** What stands before the value where nothing else is said. */
    String usualPrefix() {
        return name.equals(JAVA_PACKAGE) ? "com" : "";
    }

    /** What values a key has, empty when there is no such key. */
    static Optional<Kind> kind(String key) {
        return ALL.stream()
                .flatMap(option -> key.equals(option.name)
                        ? Stream.of(option.kind)
                        : !key.isEmpty() && (key.equals(option.prefix) || key.equals(option.suffix))
                                ? Stream.of(Kind.TEXT)
                                : Stream.empty())
                .findFirst();
    }

    /** All keys that a file option can be named by. */
    static List<String> keys() {
        return ALL.stream()
                .flatMap(option -> Stream.of(option.name, option.prefix, option.suffix))
                .filter(key -> !key.isEmpty())
                .toList();
    }

    /** What values there are. */
    enum Kind {
        TEXT,
        FLAG,
        OPTIMIZATION
    }

    /** Makes a value of a file's path and package, and of what stands around. */
    interface Affixed {
        String value(String path, String packageName, String prefix, String suffix);
    }
}
