package dev.concordat.check.history;

import java.util.List;
import java.util.Map;

/** The options that rules of buf look at, and some of their values. */
final class RandomOptions {
    /** Names of messages and enums. */
    static final List<String> TYPES = List.of("A", "B", "C", "D", "E", "F");

    static final Map<String, List<String>> FILE = Map.ofEntries(
            Map.entry("java_package", List.of("\"x\"", "\"y\"", "\"\"")),
            Map.entry("java_outer_classname", List.of("\"X\"", "\"Y\"")),
            Map.entry("java_multiple_files", List.of("true", "false")),
            Map.entry("java_string_check_utf8", List.of("true", "false")),
            Map.entry("optimize_for", List.of("SPEED", "CODE_SIZE", "LITE_RUNTIME")),
            Map.entry("go_package", List.of("\"x/y\"", "\"x/z\"")),
            Map.entry("cc_generic_services", List.of("true", "false")),
            Map.entry("java_generic_services", List.of("true", "false")),
            Map.entry("py_generic_services", List.of("true", "false")),
            Map.entry("cc_enable_arenas", List.of("true", "false")),
            Map.entry("objc_class_prefix", List.of("\"X\"", "\"Y\"")),
            Map.entry("csharp_namespace", List.of("\"X\"", "\"Y\"")),
            Map.entry("swift_prefix", List.of("\"X\"", "\"Y\"")),
            Map.entry("php_class_prefix", List.of("\"X\"", "\"Y\"")),
            Map.entry("php_namespace", List.of("\"X\"", "\"Y\"")),
            Map.entry("php_metadata_namespace", List.of("\"X\"", "\"Y\"")),
            Map.entry("ruby_package", List.of("\"X\"", "\"Y\"")),
            Map.entry("features.utf8_validation", List.of("VERIFY", "NONE")),
            Map.entry("features.enum_type", List.of("OPEN", "CLOSED")),
            Map.entry("features.json_format", List.of("ALLOW", "LEGACY_BEST_EFFORT")),
            Map.entry("features.repeated_field_encoding", List.of("PACKED", "EXPANDED")),
            Map.entry("features.field_presence", List.of("EXPLICIT", "IMPLICIT")),
            Map.entry("features.message_encoding", List.of("LENGTH_PREFIXED", "DELIMITED")));

    static final Map<String, List<String>> FIELD = Map.ofEntries(
            Map.entry("json_name", List.of("\"x\"", "\"y\"", "\"a\"", "\"eF\"")),
            Map.entry("jstype", List.of("JS_STRING", "JS_NUMBER", "JS_NORMAL")),
            Map.entry("ctype", List.of("STRING", "CORD", "STRING_PIECE")),
            Map.entry("packed", List.of("true", "false")),
            Map.entry("deprecated", List.of("true", "false")),
            Map.entry("default", List.of("0", "1", "2")),
            Map.entry("features.repeated_field_encoding", List.of("PACKED", "EXPANDED")),
            Map.entry("features.utf8_validation", List.of("VERIFY", "NONE")),
            Map.entry("features.message_encoding", List.of("LENGTH_PREFIXED", "DELIMITED")));

    static final Map<String, List<String>> MESSAGE = Map.of(
            "deprecated", List.of("true", "false"),
            "no_standard_descriptor_accessor", List.of("true", "false"),
            "deprecated_legacy_json_field_conflicts", List.of("true", "false"),
            "features.json_format", List.of("ALLOW", "LEGACY_BEST_EFFORT"),
            "features.utf8_validation", List.of("VERIFY", "NONE"));

    static final Map<String, List<String>> ENUM = Map.of(
            "deprecated", List.of("true", "false"),
            "deprecated_legacy_json_field_conflicts", List.of("true", "false"),
            "features.json_format", List.of("ALLOW", "LEGACY_BEST_EFFORT"),
            "features.enum_type", List.of("OPEN", "CLOSED"));

    private RandomOptions() {}
}
