package dev.concordat.check.breaking;

import dev.concordat.schema.NumberRange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Ranges of numbers, as text and as what is left of one after others are taken away. */
final class Ranges {
    private Ranges() {}

    /** A range as buf writes it: {@code [5]}, {@code [5,9]} or {@code [5,max]}. */
    static String text(int first, int last, int max) {
        if (first == last) {
            return "[" + first + "]";
        }
        return "[" + first + "," + (last == max ? "max" : Integer.toString(last)) + "]";
    }

    /** The numbers of a range that no range of a list covers, as text; empty when all are covered. */
    static String missing(NumberRange range, List<NumberRange> covers, int max) {
        List<String> missing = new ArrayList<>();
        long next = range.first();
        for (NumberRange cover : covers.stream()
                .sorted(Comparator.comparingInt(NumberRange::first))
                .toList()) {
            if (cover.first() > next && next <= range.last()) {
                missing.add(text((int) next, Math.min(cover.first() - 1, range.last()), max));
            }
            next = Math.max(next, cover.last() + 1L);
        }
        if (next <= range.last()) {
            missing.add(text((int) next, range.last(), max));
        }
        return String.join(", ", missing);
    }
}
