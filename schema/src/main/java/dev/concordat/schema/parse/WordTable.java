package dev.concordat.schema.parse;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Words seen lately, so that the same bytes mostly give the same string. Threads may share one: a string is immutable, and losing a race only costs
 * making it again.
 */
final class WordTable {
    private static final int SLOTS = 1 << 14;

    private final @Nullable String[] slots = new @Nullable String[SLOTS];

    /** The ASCII text between two offsets. */
    String word(byte[] bytes, int start, int end) {
        int hash = 0;
        for (int at = start; at < end; at++) {
            hash = hash * 31 + bytes[at];
        }
        int slot = (hash ^ hash >>> 14 ^ hash >>> 25) & SLOTS - 1;
        String known = slots[slot];
        if (known != null && isSame(known, bytes, start, end)) {
            return known;
        }
        String made = new String(bytes, start, end - start, StandardCharsets.ISO_8859_1);
        slots[slot] = made;
        return made;
    }

    private static boolean isSame(String known, byte[] bytes, int start, int end) {
        if (known.length() != end - start) {
            return false;
        }
        for (int at = start; at < end; at++) {
            if (known.charAt(at - start) != (char) bytes[at]) {
                return false;
            }
        }
        return true;
    }
}
