package dev.concordat.check.breaking;

import dev.concordat.schema.NumberRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The numbers of several ranges together. */
final class NumberSet {
    private final NavigableMap<Integer, Integer> lastByFirst = new TreeMap<>();

    NumberSet(List<NumberRange> ranges) {
        ranges.stream()
                .sorted((one, other) -> Integer.compare(one.first(), other.first()))
                .forEach(this::add);
    }

    /** The numbers of a range that are not in the set, as text; empty when all are. */
    String missing(NumberRange range, int max) {
        List<String> missing = new ArrayList<>();
        Map.Entry<Integer, Integer> floor = lastByFirst.floorEntry(range.first());
        long next = floor == null ? range.first() : Math.max(range.first(), floor.getValue() + 1L);
        for (Map.Entry<Integer, Integer> cover :
                lastByFirst.subMap(range.first(), false, range.last(), true).entrySet()) {
            if (cover.getKey() > next) {
                missing.add(text((int) next, cover.getKey() - 1, max));
            }
            next = cover.getValue() + 1L;
        }
        if (next <= range.last()) {
            missing.add(text((int) next, range.last(), max));
        }
        return String.join(", ", missing);
    }

    /** A range as text: {@code [5]}, {@code [5,9]} or {@code [5,max]}. */
    static String text(int first, int last, int max) {
        return first == last ? "[%s]".formatted(first) : "[%s,%s]".formatted(first, last == max ? "max" : last);
    }

    /** Adds a range that starts no earlier than those before it. */
    private void add(NumberRange range) {
        Map.Entry<Integer, Integer> before = lastByFirst.lastEntry();
        if (before != null && range.first() <= before.getValue() + 1L) {
            lastByFirst.put(before.getKey(), Math.max(before.getValue(), range.last()));
        } else {
            lastByFirst.put(range.first(), range.last());
        }
    }
}
