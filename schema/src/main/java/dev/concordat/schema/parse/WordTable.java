package dev.concordat.schema.parse;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Words seen lately, so that the same bytes mostly give the same string. Threads may share one: a slot is immutable, and losing a race only costs
 * making it again.
 */
final class WordTable {
    private static final int SLOTS = 1 << 14;

    private final @Nullable Slot[] slots = new @Nullable Slot[SLOTS];

    /** The ASCII text between two offsets. */
    String word(byte[] bytes, int start, int end) {
        int hash = 0;
        for (int at = start; at < end; at++) {
            hash = hash * 31 + bytes[at];
        }
        int at = (hash ^ hash >>> 14 ^ hash >>> 25) & SLOTS - 1;
        Slot known = slots[at];
        if (known != null
                && known.hash == hash
                && Arrays.equals(known.bytes, 0, known.bytes.length, bytes, start, end)) {
            return known.word;
        }
        String made = new String(bytes, start, end - start, StandardCharsets.ISO_8859_1);
        slots[at] = new Slot(hash, Arrays.copyOfRange(bytes, start, end), made);
        return made;
    }

    /** A word with its bytes. */
    private static final class Slot {
        private final int hash;
        private final byte[] bytes;
        private final String word;

        Slot(int hash, byte[] bytes, String word) {
            this.hash = hash;
            this.bytes = bytes;
            this.word = word;
        }
    }
}
