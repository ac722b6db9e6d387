package dev.concordat.schema;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/** An immutable list of ranges that knows fast whether one of them holds a number. */
final class RangeList extends AbstractList<NumberRange> implements RandomAccess {
    private final List<NumberRange> ranges;
    /** By first number; each range begins behind the end of those before it. */
    private volatile @Nullable List<NumberRange> sorted;

    private RangeList(List<NumberRange> ranges) {
        this.ranges = ranges;
    }

    /** A copy of the ranges, none of which overlap. */
    static List<NumberRange> of(List<NumberRange> ranges) {
        if (ranges.isEmpty()) {
            return List.of();
        }
        return ranges instanceof RangeList ? ranges : new RangeList(List.copyOf(ranges));
    }

    /** Whether a range of the list, which is a copy made here, holds the number. */
    static boolean contains(List<NumberRange> list, int number) {
        return !list.isEmpty() && ((RangeList) list).contains(number);
    }

    @Override
    public NumberRange get(int index) {
        return ranges.get(index);
    }

    @Override
    public int size() {
        return ranges.size();
    }

    private boolean contains(int number) {
        List<NumberRange> known = sorted;
        if (known == null) {
            known = ranges.stream()
                    .sorted((one, other) -> Integer.compare(one.first(), other.first()))
                    .toList();
            sorted = known;
        }
        int low = 0;
        int high = known.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            boolean behind = known.get(middle).first() <= number;
            low = behind ? middle + 1 : low;
            high = behind ? high : middle;
        }
        return low > 0 && known.get(low - 1).contains(number);
    }
}
