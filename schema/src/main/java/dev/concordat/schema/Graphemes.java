package dev.concordat.schema;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a reader takes for one character, a grapheme cluster (Unicode Standard Annex 29): letters with their marks, emojis joined to one. */
final class Graphemes {
    private static final Pattern CLUSTER = Pattern.compile("\\X");
    private static final int BYTES = 64;

    private Graphemes() {}

    /** The cluster that starts at an offset of a text in UTF-8. */
    static String at(byte[] utf8, int start) {
        for (int length = BYTES; true; length *= 2) {
            int end = Math.min(utf8.length, start + length);
            while (end < utf8.length && (utf8[end] & 0xC0) == 0x80) {
                end++;
            }
            String text = new String(utf8, start, end - start, StandardCharsets.UTF_8);
            Matcher matcher = CLUSTER.matcher(text);
            boolean found = matcher.lookingAt();
            if (end == utf8.length || (found && matcher.end() < text.length())) {
                return found ? matcher.group() : text;
            }
        }
    }
}
