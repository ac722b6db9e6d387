package dev.concordat.waiver;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The text of a waivers.yaml as lines, of which each record has some of its own. */
final class WaiversText {
    private static final String HEADER = """
            # Breaks that were reviewed and accepted; "concordat waive" adds and removes them. A release uses them up.
            version: v1
            """;
    private static final String KEY = "waivers:";

    /** What YAML counts as the end of a line; before a line feed, a carriage return is left where it is. */
    private static final Pattern LINE_END = Pattern.compile("\n|\r(?!\n)");

    private final List<String> lines;

    /** A text, empty for a file that is not there. */
    WaiversText(String text) {
        lines = new ArrayList<>(List.of(LINE_END.split(text.isBlank() ? HEADER : text, -1)));
        while (lines.get(lines.size() - 1).isBlank()) {
            lines.remove(lines.size() - 1);
        }
    }

    /** The text with one more record, at an index among those that it has. */
    String with(List<Waiver> records, int index, Waiver added) {
        int at;
        if (index < records.size()) {
            at = withComments(first(records.get(index)));
        } else if (!records.isEmpty()) {
            at = end(first(records.get(records.size() - 1)));
        } else {
            at = key() + 1;
        }
        lines.addAll(at, record(added));
        return text();
    }

    /** The text without a record, and without the comments that stand right above it. */
    String without(Waiver removed) {
        int first = first(removed);
        lines.subList(withComments(first), end(first)).clear();
        return text();
    }

    private static List<String> record(Waiver waiver) {
        List<String> record = new ArrayList<>(List.of(
                "  - fingerprint: " + quoted(waiver.fingerprint()),
                "    module: " + quoted(waiver.module()),
                "    file: " + quoted(waiver.file()),
                "    rule: " + waiver.rule(),
                "    finding: " + quoted(waiver.finding()),
                "    reason: " + quoted(waiver.reason()),
                "    owner: " + quoted(waiver.owner()),
                "    expires: " + waiver.expires()));
        if (waiver.wire()) {
            record.add("    wire: true");
        }
        return record;
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(character -> {
            if (character == '"' || character == '\\') {
                quoted.append('\\').appendCodePoint(character);
            } else if (character < ' ' || (character >= 0x7F && character < 0xA0)) {
                quoted.append("\\x%02x".formatted(character));
            } else {
                quoted.appendCodePoint(character);
            }
        });
        return quoted.append('"').toString();
    }

    /** The line that starts the list; it is made where there is none. */
    private int key() {
        for (int at = 0; at < lines.size(); at++) {
            if (lines.get(at).startsWith(KEY)) {
                lines.set(at, lines.get(at).replaceFirst("\\[\\s*\\]", "").stripTrailing());
                return at;
            }
        }
        lines.add(KEY);
        return lines.size() - 1;
    }

    private static int first(Waiver waiver) {
        return waiver.place().line() - 1;
    }

    private int withComments(int first) {
        int start = first;
        while (start > 0 && lines.get(start - 1).strip().startsWith("#") && indent(start - 1) > 0) {
            start--;
        }
        return start;
    }

    /** The line after a record: the next that is not deeper than its dash. */
    private int end(int first) {
        int dash = lines.get(first).indexOf('-');
        int end = first + 1;
        while (end < lines.size() && (lines.get(end).isBlank() || indent(end) > dash)) {
            end++;
        }
        return end;
    }

    private int indent(int line) {
        String text = lines.get(line);
        return text.length() - text.stripLeading().length();
    }

    private String text() {
        return String.join("\n", lines) + "\n";
    }
}
