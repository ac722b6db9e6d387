package dev.concordat.check.history;

import dev.concordat.check.report.JsonText;
import java.util.Map;

/**
 * A finding as buf's JSON has it; two are equal when all but their messages is.
 *
 * @param path the path, empty when the file is gone
 * @param rule the rule's id, or {@code COMPILE}
 * @param place start line, start column, end line and end column
 */
record Found(String path, String rule, String place) {
    static final String COMPILE = "COMPILE";

    /** Reads a line of JSON. */
    static Found parse(String line) {
        Map<String, Object> json = JsonText.object(JsonText.parse(line));
        return new Found(
                (String) json.getOrDefault("path", ""),
                JsonText.string(json, "type"),
                "%d:%d-%d:%d"
                        .formatted(
                                JsonText.number(json, "start_line"),
                                JsonText.number(json, "start_column"),
                                JsonText.number(json, "end_line"),
                                JsonText.number(json, "end_column")));
    }

    /** The message in a line of JSON. */
    static String message(String line) {
        return JsonText.string(JsonText.parse(line), "message");
    }

    @Override
    public String toString() {
        return "%s %s %s".formatted(rule, path.isEmpty() ? "-" : path, place);
    }
}
