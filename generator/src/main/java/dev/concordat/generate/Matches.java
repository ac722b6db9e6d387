package dev.concordat.generate;

import java.util.Arrays;

/** Finds what was said before: the longest earlier occurrence of the bytes at a position, within deflate's window of 32 KiB. */
final class Matches {
    static final int SHORTEST = 3;
    static final int LONGEST = 258;

    private static final int WINDOW = 1 << 15;
    private static final int HASH_BITS = 15;
    private static final int CHAIN = 128;

    private final byte[] data;
    private final int[] heads = new int[1 << HASH_BITS];
    private final int[] previous;
    private int length;
    private int distance;

    Matches(byte[] data) {
        this.data = data;
        this.previous = new int[data.length];
        Arrays.fill(heads, -1);
    }

    /** The length that {@link #find} found, less than {@link #SHORTEST} for nothing. */
    int length() {
        return length;
    }

    /** How far back it is. */
    int distance() {
        return distance;
    }

    /** Looks for the bytes at a position among those that were added. */
    void find(int at) {
        length = SHORTEST - 1;
        distance = 0;
        int most = Math.min(LONGEST, data.length - at);
        if (most < SHORTEST) {
            return;
        }
        int candidate = heads[hash(at)];
        for (int tries = CHAIN; candidate >= 0 && at - candidate <= WINDOW && tries > 0; tries--) {
            if (data[candidate + length] == data[at + length]) {
                int common = Arrays.mismatch(data, candidate, candidate + most, data, at, at + most);
                int found = common < 0 ? most : common;
                if (found > length) {
                    length = found;
                    distance = at - candidate;
                    if (found == most) {
                        return;
                    }
                }
            }
            candidate = previous[candidate];
        }
    }

    /** Makes the bytes at a position known to later searches. */
    void add(int at) {
        if (at + SHORTEST <= data.length) {
            int hash = hash(at);
            previous[at] = heads[hash];
            heads[hash] = at;
        }
    }

    private int hash(int at) {
        int three = ((data[at] & 0xFF) << 16) | ((data[at + 1] & 0xFF) << 8) | (data[at + 2] & 0xFF);
        return (three * 0x9E3779B1) >>> (Integer.SIZE - HASH_BITS);
    }
}
