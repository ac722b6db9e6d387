package dev.concordat.check.report;

import dev.concordat.check.Violation;
import dev.concordat.schema.Location;
import dev.concordat.schema.SourceText;
import dev.concordat.schema.parse.ContractParser;
import dev.concordat.schema.parse.MessageNode;
import dev.concordat.schema.parse.Statement;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Tells violations apart by what stays the same when other lines of their file move: the rule, the file, the message that it is in and what is told,
 * not where. Logs and waivers have the same fingerprints.
 */
public final class Fingerprint {
    /** Lines, numbers that are proposed, and the release that used something last: they change without the violation. */
    private static final Pattern FLEETING = Pattern.compile(
            "(?<=\\bline)s? \\d+(?: (?:to|and) \\d+)?|, such as -?\\d+|\\bin [a-z0-9-]+/v\\d+\\.\\d+\\.\\d+(?=;)");

    private static final Pattern TOP = Pattern.compile("^(?:\\.\\./)+");
    private static final int BYTES = 16;

    private final Map<String, Integer> occurrences = new HashMap<>();
    private final Map<SourceText, List<Statement>> statements = new HashMap<>();
    private final ContractParser parser = new ContractParser();

    /** The fingerprint of a violation: 32 hexadecimal digits. What has the same cannot be told apart by its reader either. */
    public String of(Violation violation) {
        return digest(Entry.of(violation));
    }

    /** What a violation tells, without what changes without it. */
    public static String lasting(String message) {
        return FLEETING.matcher(message).replaceAll("");
    }

    /** The fingerprint of the next entry of a report; entries that only their places tell apart are numbered. */
    String next(Entry entry) {
        String fingerprint = digest(entry);
        return fingerprint + ":" + occurrences.merge(fingerprint, 1, Integer::sum);
    }

    private String digest(Entry entry) {
        List<Entry> told = entry.constituents().isEmpty() ? List.of(entry) : entry.constituents();
        String head =
                entry.type() + '\n' + TOP.matcher(entry.anyPath().orElse("")).replaceFirst("") + '\n';
        String identity = told.stream()
                .map(part -> part.type() + ' ' + lasting(part.message()))
                .collect(Collectors.joining("\n", head, nesting(entry)));
        return HexFormat.of().formatHex(Shake256.digest(identity.getBytes(StandardCharsets.UTF_8), BYTES));
    }

    /** The messages around a nested one, since what is told names only the innermost; empty for all others. */
    private String nesting(Entry entry) {
        Optional<Location> place = entry.location().or(entry::previous);
        return place.map(this::nesting)
                .filter(names -> names.indexOf('.') >= 0)
                .map(names -> "\n" + names)
                .orElse("");
    }

    private String nesting(Location place) {
        StringBuilder names = new StringBuilder();
        List<Statement> inside = statements.computeIfAbsent(
                place.text(), text -> parser.parse(text).file().statements());
        Optional<MessageNode> around = around(inside, place);
        while (around.isPresent()) {
            names.append(names.length() == 0 ? "" : ".")
                    .append(around.get().name().text());
            around = around(around.get().statements(), place);
        }
        return names.toString();
    }

    private static Optional<MessageNode> around(List<Statement> statements, Location place) {
        for (Statement statement : statements) {
            if (statement instanceof MessageNode message
                    && message.start() <= place.start()
                    && place.end() <= message.end()) {
                return Optional.of(message);
            }
        }
        return Optional.empty();
    }
}
