package dev.concordat.check.report;

import dev.concordat.check.Violation;
import dev.concordat.schema.Location;
import dev.concordat.schema.SourceText;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Violations by what matters to a test. */
final class Violations {
    private Violations() {}

    /** A violation at a word of a text. */
    static Violation at(String word, String text, String message) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int start = text.substring(0, text.indexOf(word)).getBytes(StandardCharsets.UTF_8).length;
        int end = start + word.getBytes(StandardCharsets.UTF_8).length;
        Location location = new Location(new SourceText("a.proto", bytes), start, end);
        return Violation.of("FIELD_SAME_TYPE", Optional.of(location), Optional.empty(), message);
    }

    /** Many violations of a rule, which their messages number from 0. */
    static List<Violation> many(String rule, int number, String message) {
        SourceText text = new SourceText("a.proto", new byte[0]);
        Optional<Location> location = Optional.of(new Location(text, 0, 0));
        return IntStream.range(0, number)
                .mapToObj(at -> Violation.of(rule, location, Optional.empty(), message + at))
                .toList();
    }
}
