package dev.concordat.schema.link;

import dev.concordat.schema.SourceText;
import dev.concordat.schema.parse.Word;
import org.jspecify.annotations.Nullable;

/** Finds the keyword of a message or an enum. To protoc it is there that a declaration starts, not at the visibility before it. */
final class Keyword {
    private Keyword() {}

    /**
     * The offset of the keyword.
     *
     * @param visibility the word before it, when there is one
     * @param start where the declaration starts
     */
    static int start(SourceText text, @Nullable Word visibility, int start) {
        return visibility == null ? start : skip(text.bytes(), visibility.end());
    }

    /** Skips white space and comments. */
    private static int skip(byte[] bytes, int from) {
        int at = from;
        while (!Character.isLetter(bytes[at])) {
            if (bytes[at] == '/' && bytes[at + 1] == '/') {
                while (bytes[at] != '\n') {
                    at++;
                }
            } else if (bytes[at] == '/') {
                at += 2;
                while (bytes[at] != '*' || bytes[at + 1] != '/') {
                    at++;
                }
                at += 2;
            } else {
                at++;
            }
        }
        return at;
    }
}
