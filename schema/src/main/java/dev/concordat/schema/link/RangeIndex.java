package dev.concordat.schema.link;

import dev.concordat.schema.link.LinkedMessage.LinkedRange;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Ranges of numbers in order, to find those that hold a number and those that overlap. */
final class RangeIndex {
    private static final RangeIndex EMPTY = new RangeIndex(List.of());

    private final LinkedRange[] ranges;
    /** For each range, the one that reaches furthest among it and those before it. */
    private final LinkedRange[] furthest;

    private RangeIndex(List<LinkedRange> ranges) {
        this.ranges = ranges.toArray(new LinkedRange[0]);
        this.furthest = new LinkedRange[this.ranges.length];
        Arrays.sort(this.ranges, RangeIndex::order);
        for (int at = 0; at < this.ranges.length; at++) {
            LinkedRange range = this.ranges[at];
            furthest[at] = at > 0 && furthest[at - 1].last() >= range.last() ? furthest[at - 1] : range;
        }
    }

    private static int order(LinkedRange one, LinkedRange other) {
        return one.first() != other.first()
                ? Integer.compare(one.first(), other.first())
                : Integer.compare(one.node().start(), other.node().start());
    }

    static RangeIndex of(List<LinkedRange> ranges) {
        return ranges.isEmpty() ? EMPTY : new RangeIndex(ranges);
    }

    /** A range that holds a number of the one from {@code first} to {@code last}. */
    @Nullable
    LinkedRange touching(int first, int last) {
        int low = 0;
        int high = ranges.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ranges[middle].first() <= last) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low > 0 && furthest[low - 1].last() >= first ? furthest[low - 1] : null;
    }

    /** A range that holds this number. */
    @Nullable
    LinkedRange holding(int number) {
        return ranges.length == 0 ? null : touching(number, number);
    }

    /** Hands over every range that overlaps one that begins before it, with that one; the one written first comes first. */
    void overlaps(BiConsumer<LinkedRange, LinkedRange> found) {
        for (int at = 1; at < ranges.length; at++) {
            LinkedRange range = ranges[at];
            LinkedRange other = furthest[at - 1];
            if (other.last() >= range.first() && range.last() >= range.first()) {
                boolean earlier = other.node().start() < range.node().start();
                found.accept(earlier ? other : range, earlier ? range : other);
            }
        }
    }
}
