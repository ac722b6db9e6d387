package dev.concordat.schema.parse;

import java.util.Arrays;

/** A list of stretches of a file, each by the offsets of its first byte and after its last, that grows. */
final class Stretches {
    private int[] values = new int[8];
    private int size;

    /** Adds the two offsets of a stretch. */
    void add(int start, int end) {
        if (size + 2 > values.length) {
            values = Arrays.copyOf(values, values.length * 2);
        }
        values[size++] = start;
        values[size++] = end;
    }

    /** Adds all of another list's stretches. */
    void addAll(Stretches other) {
        for (int at = 0; at < other.size; at += 2) {
            add(other.values[at], other.values[at + 1]);
        }
    }

    void clear() {
        size = 0;
    }

    int size() {
        return size;
    }

    /** Copies the offsets into an array, from the index on. */
    void copyTo(int[] target, int from) {
        System.arraycopy(values, 0, target, from, size);
    }
}
