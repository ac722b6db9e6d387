package dev.concordat.check.report;

import dev.concordat.check.Violation;
import dev.concordat.schema.Location;
import dev.concordat.schema.SourceText;
import dev.concordat.schema.parse.ContractParser;
import dev.concordat.schema.parse.EnumNode;
import dev.concordat.schema.parse.ExtendNode;
import dev.concordat.schema.parse.FieldNode;
import dev.concordat.schema.parse.MessageNode;
import dev.concordat.schema.parse.OneofNode;
import dev.concordat.schema.parse.ServiceNode;
import dev.concordat.schema.parse.Statement;
import dev.concordat.schema.parse.Tokens;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells violations apart by what stays the same when other lines of their file move: the rule, the file, the messages, services and enums that it is in
 * and what is told, not where. Logs and waivers have the same fingerprints.
 */
public final class Fingerprint {
    /** Numbers that are proposed, and the release that used something last: they change without the violation. What is quoted is the contract's. */
    private static final Pattern FLEETING = Pattern.compile(
            "(?s)(\"(?:[^\"\\\\]++|\\\\.)*+\"?)|(?<=\\bnever used), such as -?\\d+(?:(?:, | and | to )\\d+)*+|\\bin [a-z0-9-]+/v\\d+\\.\\d+\\.\\d+(?=;)");

    private static final Pattern TOP = Pattern.compile("^(?:\\.\\./)+");
    private static final int BYTES = 16;

    private final Map<String, Integer> occurrences = new HashMap<>();
    private final Map<SourceText, List<? extends Statement>> statements = new HashMap<>();
    private final ContractParser parser = new ContractParser();

    /** The fingerprint of a violation: 32 hexadecimal digits. What has the same cannot be told apart by its reader either. */
    public String of(Violation violation) {
        return digest(Entry.of(violation));
    }

    /** What a violation tells, without what changes without it. */
    public static String lasting(String message) {
        return FLEETING.matcher(message)
                .replaceAll(found -> Matcher.quoteReplacement(Objects.requireNonNullElse(found.group(1), "")));
    }

    /** The fingerprint of the next entry of a report; entries that only their places tell apart are numbered. */
    String next(Entry entry) {
        String fingerprint = digest(entry);
        return fingerprint + ":" + occurrences.merge(fingerprint, 1, Integer::sum);
    }

    private String digest(Entry entry) {
        // What is told as one says what its constituents do not: where a number went, and what else changed.
        Stream<Entry> told = Stream.concat(Stream.of(entry), entry.constituents().stream());
        String head =
                entry.type() + '\n' + TOP.matcher(entry.anyPath().orElse("")).replaceFirst("") + '\n';
        String identity = told.map(part -> part.type() + ' ' + lasting(part.text()) + uncompared(part))
                .collect(Collectors.joining("\n", head, around(entry)));
        return HexFormat.of().formatHex(Shake256.digest(identity.getBytes(StandardCharsets.UTF_8), BYTES));
    }

    /** The contents of a file whose package is another: all of its names are new, so that nothing in it is compared. */
    private static String uncompared(Entry entry) {
        return entry.type().equals("FILE_SAME_PACKAGE")
                ? entry.location().map(Location::text).map(Tokens::lines).orElse("")
                : "";
    }

    /** The names of what is around it, since what is told has the innermost at most. */
    private String around(Entry entry) {
        return entry.location().or(entry::previous).map(this::around).orElse("");
    }

    private String around(Location place) {
        StringBuilder names = new StringBuilder();
        List<? extends Statement> inside = statements.computeIfAbsent(
                place.text(), text -> parser.parse(text).file().statements());
        Optional<Block> block = block(inside, place);
        while (block.isPresent()) {
            names.append(block.get().name()).append('.');
            block = block(block.get().statements(), place);
        }
        return names.length() == 0 ? "" : "\n" + names;
    }

    /** The block that the place is in, found by halves, since statements stand in the order of their file. */
    private static Optional<Block> block(List<? extends Statement> statements, Location place) {
        int first = 0;
        int last = statements.size();
        while (first < last) {
            int middle = (first + last) / 2;
            if (statements.get(middle).end() < place.end()) {
                first = middle + 1;
            } else {
                last = middle;
            }
        }
        return first < statements.size() && statements.get(first).start() <= place.start()
                ? block(statements.get(first))
                : Optional.empty();
    }

    private static Optional<Block> block(Statement statement) {
        if (statement instanceof MessageNode message) {
            return Optional.of(new Block(message.name().text(), message.statements()));
        }
        if (statement instanceof ServiceNode service) {
            return Optional.of(new Block(service.name().text(), service.statements()));
        }
        if (statement instanceof EnumNode values) {
            return Optional.of(new Block(values.name().text(), values.statements()));
        }
        if (statement instanceof ExtendNode extend) {
            return Optional.of(new Block(extend.extendee().text(), extend.fields()));
        }
        if (statement instanceof OneofNode oneof) {
            return Optional.of(new Block(oneof.name().text(), oneof.statements()));
        }
        return statement instanceof FieldNode field && field.group() != null ? block(field.group()) : Optional.empty();
    }

    /** What stands between braces, and its name. */
    private record Block(String name, List<? extends Statement> statements) {}
}
