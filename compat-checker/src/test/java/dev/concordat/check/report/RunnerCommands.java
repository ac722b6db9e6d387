package dev.concordat.check.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What GitHub's runner takes for commands in a step's output, by its two syntaxes: {@code ::name key=value,...::data} at the start of a line, white space
 * aside, and {@code ##[name key=value;...]data} anywhere in it. Stricter than the runner, which knows some twenty names and compares as its culture does: any
 * name is a command, and characters that a culture may skip are skipped.
 */
final class RunnerCommands {

    /** A command that the runner would obey. */
    record Command(String name, Map<String, String> properties, String data) {}

    private RunnerCommands() {}

    static List<Command> of(String output) {
        List<Command> commands = new ArrayList<>();
        output.lines()
                .map(RunnerCommands::compared)
                .forEach(line -> current(line).or(() -> legacy(line)).ifPresent(commands::add));
        return commands;
    }

    private static String compared(String line) {
        StringBuilder compared = new StringBuilder(line.length());
        line.codePoints()
                .filter(character -> Character.getType(character) != Character.FORMAT)
                .forEach(compared::appendCodePoint);
        return compared.toString();
    }

    private static Optional<Command> current(String line) {
        String trimmed = trim(line, true, false);
        int end = trimmed.startsWith("::") ? trimmed.indexOf("::", 2) : -1;
        if (end < 0) {
            return Optional.empty();
        }
        String info = trimmed.substring(2, end);
        int blank = info.indexOf(' ');
        String name = blank < 0 ? info : info.substring(0, blank);
        String properties = blank <= 0 ? "" : trim(info.substring(blank + 1), true, true);
        List<String> escapes = List.of("%0D", "\r", "%0A", "\n", "%3A", ":", "%2C", ",", "%25", "%");
        List<String> ofData = List.of("%0D", "\r", "%0A", "\n", "%25", "%");
        return Optional.of(
                new Command(name, properties(properties, ",", escapes), unescape(trimmed.substring(end + 2), ofData)));
    }

    private static Optional<Command> legacy(String line) {
        int start = line.indexOf("##[");
        int end = start < 0 ? -1 : line.indexOf(']', start);
        if (end < 0) {
            return Optional.empty();
        }
        String info = line.substring(start + 3, end);
        int blank = info.indexOf(' ');
        String name = blank < 0 ? info : info.substring(0, blank);
        String properties = blank <= 0 ? "" : info.substring(blank + 1);
        List<String> escapes = List.of("%3B", ";", "%0D", "\r", "%0A", "\n", "%5D", "]", "%25", "%");
        return Optional.of(
                new Command(name, properties(properties, ";", escapes), unescape(line.substring(end + 1), escapes)));
    }

    private static Map<String, String> properties(String text, String separator, List<String> escapes) {
        Map<String, String> properties = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String property : text.split(separator, -1)) {
            // Empty parts do not count, so that equals signs before the key or the value are lost.
            String[] pair = property.replaceFirst("^=+", "").split("=+", 2);
            if (pair.length == 2 && !pair[1].isEmpty()) {
                properties.put(pair[0], unescape(pair[1], escapes));
            }
        }
        return properties;
    }

    private static String unescape(String text, List<String> escapes) {
        String unescaped = text;
        for (int at = 0; at < escapes.size(); at += 2) {
            unescaped = unescaped.replace(escapes.get(at), escapes.get(at + 1));
        }
        return unescaped;
    }

    private static String trim(String text, boolean start, boolean end) {
        int from = 0;
        int to = text.length();
        while (start && from < to && isBlank(text.charAt(from))) {
            from++;
        }
        while (end && to > from && isBlank(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    private static boolean isBlank(char character) {
        return Character.isSpaceChar(character) || (character >= '\t' && character <= '\r') || character == 0x85;
    }

    /** The properties of a command, by keys and values in turn. */
    static Map<String, String> properties(List<String> keysAndValues) {
        Map<String, String> properties = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (int at = 0; at < keysAndValues.size(); at += 2) {
            properties.put(keysAndValues.get(at), keysAndValues.get(at + 1));
        }
        return properties;
    }
}
