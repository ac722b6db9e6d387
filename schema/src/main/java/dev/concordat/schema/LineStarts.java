package dev.concordat.schema;

import java.util.Arrays;

/** Where the lines of a file begin, as far as anybody asked: most places that are shown lie close together, and far from the end of a long file. */
final class LineStarts {
    /** Of a file that nobody has looked into. */
    static final LineStarts FIRST = new LineStarts(new int[1], 1, 0);

    private final int[] starts;
    private final int count;
    private final int end;

    private LineStarts(int[] starts, int count, int end) {
        this.starts = starts;
        this.count = count;
        this.end = end;
    }

    /** The offset up to which lines are known. */
    int end() {
        return end;
    }

    /** The line that an offset up to the end lies in, from 0. */
    int lineOf(int offset) {
        int found = Arrays.binarySearch(starts, 0, count, offset);
        return found >= 0 ? found : -found - 2;
    }

    /** The offset at which a line begins. */
    int of(int line) {
        return starts[line];
    }

    /** These and the following ones, up to an offset at least: twice as far as before, so that asking from line to line reads nothing often. */
    LineStarts upTo(int offset, byte[] bytes) {
        int newEnd = Math.min(bytes.length, Math.max(offset, end * 2));
        int[] found = Arrays.copyOf(starts, Math.max(16, count * 2));
        int size = count;
        for (int at = end; at < newEnd; at++) {
            if (bytes[at] == '\n') {
                if (size == found.length) {
                    found = Arrays.copyOf(found, size * 2);
                }
                found[size++] = at + 1;
            }
        }
        return new LineStarts(found, size, newEnd);
    }
}
