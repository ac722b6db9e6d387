package dev.concordat.schema.parse;

import dev.concordat.schema.SourceText;
import dev.concordat.schema.parse.Lexer.Kind;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What files consist of, apart from comments and white space. */
public final class Tokens {
    private Tokens() {}

    /**
     * Whether two files consist of the same tokens, so that they differ in comments and white space at most, which mean nothing to a compiler. Malformed
     * files are never the same.
     */
    public static boolean areSame(SourceText one, SourceText other) {
        ProblemLog problems = new ProblemLog(other);
        Lexer left = lexer(one, problems);
        Lexer right = lexer(other, problems);
        while (left.kind == right.kind
                && Arrays.equals(left.bytes, left.start, left.end, right.bytes, right.start, right.end)) {
            if (left.kind == Kind.END) {
                return problems.problems().isEmpty() && isUtf8(one, left) && isUtf8(other, right);
            }
            left.next();
            right.next();
        }
        return false;
    }

    /** The tokens of a file, a line each, of a malformed one as far as they can be made out: its text without comments and white space. */
    public static String lines(SourceText text) {
        StringBuilder lines = new StringBuilder();
        Lexer lexer = lexer(text, new ProblemLog(text));
        while (lexer.kind != Kind.END) {
            lines.append(new String(lexer.bytes, lexer.start, lexer.end - lexer.start, StandardCharsets.UTF_8))
                    .append('\n');
            lexer.next();
        }
        return lines.toString();
    }

    private static Lexer lexer(SourceText text, ProblemLog problems) {
        Lexer lexer = new Lexer(text.bytes(), problems);
        lexer.first();
        return lexer;
    }

    private static boolean isUtf8(SourceText text, Lexer lexer) {
        return !lexer.isBeyondAscii() || Utf8Check.firstInvalid(text.bytes()) < 0;
    }
}
