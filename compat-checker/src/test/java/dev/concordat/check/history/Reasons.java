package dev.concordat.check.history;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The disagreements that are meant: {@code reasons.txt}, each line of which names the row of {@code docs/differences-from-buf.md} that explains it. */
record Reasons(List<Reason> all) {
    private static final Pattern LINE = Pattern.compile("(?<condition>[a-z_0-9]+) (?<pattern>.+) => (?<row>.+)");

    /**
     * Disagreements of a kind.
     *
     * @param condition what must be true of the contracts besides
     * @param pattern what their texts look like
     * @param row the first cell of the row that explains them
     */
    record Reason(Condition condition, Pattern pattern, String row) {

        private boolean explains(Disagreement disagreement, Versions versions) {
            Matcher words = pattern.matcher(disagreement.text());
            return words.matches() && condition.holds(words, versions);
        }
    }

    /** Reads the list: lines of a condition, a regular expression and, behind {@code => }, the row. */
    static Reasons read() throws IOException {
        List<Reason> all = new ArrayList<>();
        try (InputStream resource = Optional.ofNullable(Reasons.class.getResourceAsStream("/history/reasons.txt"))
                .orElseThrow(() -> new IOException("reasons.txt is missing."))) {
            for (String line : new String(resource.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(text -> !text.isBlank() && !text.startsWith("#"))
                    .toList()) {
                all.add(parse(line));
            }
        }
        return new Reasons(List.copyOf(all));
    }

    private static Reason parse(String line) {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()) {
            throw new IllegalArgumentException("No reason: " + line);
        }
        return new Reason(
                Condition.valueOf(parts.group("condition").toUpperCase(Locale.ROOT)),
                Pattern.compile(parts.group("pattern"), Pattern.DOTALL),
                parts.group("row"));
    }

    /** The row that explains a disagreement about these contracts, empty when none does. */
    Optional<String> of(Disagreement disagreement, Versions versions) {
        return all.stream()
                .filter(reason -> reason.explains(disagreement, versions))
                .map(Reason::row)
                .findFirst();
    }
}
