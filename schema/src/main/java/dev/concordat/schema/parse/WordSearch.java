package dev.concordat.schema.parse;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Looks for words in bytes without reading all of them (R. N. Horspool, Practical fast searching in strings, 1980). It also finds words in comments and
 * strings.
 */
final class WordSearch {
    private final byte[][] words;
    private final int length;
    /** By the byte under the last letter, how far to go on so that no place is left out. */
    private final int[] steps = new int[256];
    /** Which bytes are the last letter of a word. */
    private final boolean[] lasts = new boolean[256];

    /** A search for the first of some ASCII words, all of the same length. */
    WordSearch(String... words) {
        this.words = new byte[words.length][];
        this.length = words[0].length();
        int last = length - 1;
        Arrays.fill(steps, length);
        for (int number = 0; number < words.length; number++) {
            byte[] word = words[number].getBytes(StandardCharsets.US_ASCII);
            this.words[number] = word;
            lasts[word[last]] = true;
            for (int at = 0; at < last; at++) {
                steps[word[at]] = Math.min(steps[word[at]], last - at);
            }
        }
    }

    /** Whether such a word stands at or after an offset, not as a part of a longer one. */
    boolean finds(byte[] bytes, int from) {
        return end(bytes, from) >= 0;
    }

    /** The end of the first such word, -1 when there is none. */
    int end(byte[] bytes, int from) {
        int last = length - 1;
        for (int at = from + last; at < bytes.length; at += steps[bytes[at] & 0xFF]) {
            if (lasts[bytes[at] & 0xFF] && isAt(bytes, at - last)) {
                return at + 1;
            }
        }
        return -1;
    }

    private boolean isAt(byte[] bytes, int start) {
        int end = start + length;
        for (byte[] word : words) {
            if (Arrays.equals(bytes, start, end, word, 0, length)) {
                return (start == 0 || !CharacterClass.isLetterOrDigit(bytes[start - 1] & 0xFF))
                        && (end == bytes.length || !CharacterClass.isLetterOrDigit(bytes[end] & 0xFF));
            }
        }
        return false;
    }
}
