package dev.concordat.schema.parse;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Looks for a word in bytes without reading all of them (R. N. Horspool, Practical fast searching in strings, 1980). It also finds words in comments and
 * strings.
 */
final class WordSearch {
    private final byte[] word;
    /** By the byte under the last letter, how far to go on so that no place is left out. */
    private final int[] steps = new int[256];

    /** A search for an ASCII word. */
    WordSearch(String word) {
        this.word = word.getBytes(StandardCharsets.US_ASCII);
        int last = this.word.length - 1;
        Arrays.fill(steps, this.word.length);
        for (int at = 0; at < last; at++) {
            steps[this.word[at]] = last - at;
        }
    }

    /** Whether the word stands at or after an offset, not as a part of a longer one. */
    boolean finds(byte[] bytes, int from) {
        return end(bytes, from) >= 0;
    }

    /** The end of the first such word, -1 when there is none. */
    int end(byte[] bytes, int from) {
        int last = word.length - 1;
        for (int at = from + last; at < bytes.length; at += steps[bytes[at] & 0xFF]) {
            if (bytes[at] == word[last] && isAt(bytes, at - last)) {
                return at + 1;
            }
        }
        return -1;
    }

    private boolean isAt(byte[] bytes, int start) {
        int end = start + word.length;
        return Arrays.equals(bytes, start, end, word, 0, word.length)
                && (start == 0 || !CharacterClass.isLetterOrDigit(bytes[start - 1] & 0xFF))
                && (end == bytes.length || !CharacterClass.isLetterOrDigit(bytes[end] & 0xFF));
    }
}
