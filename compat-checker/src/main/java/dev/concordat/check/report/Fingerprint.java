package dev.concordat.check.report;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Tells entries apart by what stays the same when other lines of their file move: the rule, the file and what is told, not where. */
final class Fingerprint {
    private static final Pattern LINE = Pattern.compile("\\blines? \\d+(?: (?:to|and) \\d+)?");
    private static final int BYTES = 16;

    private final Map<String, Integer> occurrences = new HashMap<>();

    /** The fingerprint of the next entry; entries that only their places tell apart are numbered. */
    String next(Entry entry) {
        List<Entry> told = entry.constituents().isEmpty() ? List.of(entry) : entry.constituents();
        String identity = told.stream()
                .map(part -> part.type() + ' ' + LINE.matcher(part.message()).replaceAll("line"))
                .collect(Collectors.joining(
                        "\n", entry.type() + '\n' + entry.anyPath().orElse("") + '\n', ""));
        byte[] digest = Shake256.digest(identity.getBytes(StandardCharsets.UTF_8), BYTES);
        String fingerprint = HexFormat.of().formatHex(digest);
        return fingerprint + ":" + occurrences.merge(fingerprint, 1, Integer::sum);
    }
}
