package dev.concordat.schema.parse;

import dev.concordat.schema.SourceText;
import dev.concordat.schema.parse.Lexer.Kind;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.Collection;
import java.util.function.Predicate;

/** Words that are looked for in many files. Most words of a file are none of them, which their hash tells without making a string of them. */
public final class WordSet {
    /** With so many bits, one of a few thousand words is taken for another in one case of a hundred. */
    private static final int BITS = 1 << 18;

    private final BitSet hashes = new BitSet(BITS);

    /** These words. */
    public WordSet(Collection<String> words) {
        words.forEach(word -> hashes.set(place(word.hashCode())));
    }

    /**
     * Whether some word of a file, outside comments and strings, is one that is looked for.
     *
     * @param wanted says so of a word that may be one of the set
     */
    public boolean isIn(SourceText text, Predicate<String> wanted) {
        Lexer lexer = new Lexer(text.bytes(), new ProblemLog(text));
        for (lexer.first(); lexer.kind != Kind.END; lexer.next()) {
            if (lexer.kind == Kind.WORD
                    && hashes.get(place(hash(lexer.bytes, lexer.start, lexer.end)))
                    && wanted.test(new String(
                            lexer.bytes, lexer.start, lexer.end - lexer.start, StandardCharsets.ISO_8859_1))) {
                return true;
            }
        }
        return false;
    }

    /** What {@link String#hashCode()} is of an ASCII text. */
    private static int hash(byte[] bytes, int start, int end) {
        int hash = 0;
        for (int at = start; at < end; at++) {
            hash = hash * 31 + bytes[at];
        }
        return hash;
    }

    private static int place(int hash) {
        return (hash ^ hash >>> 14 ^ hash >>> 25) & BITS - 1;
    }
}
