package dev.concordat.schema.parse;

import java.nio.charset.StandardCharsets;

/**
 * Looks for the URLs of types by which values of options say what an {@code Any} holds: {@code [type.googleapis.com/pkg.Type]}. What is found may be in
 * a comment or a string; none is missed, whatever lies between its parts.
 */
final class TypeUrls {
    private static final WordSearch HOST = new WordSearch("googleapis", "googleprod");
    private static final int HOST_LENGTH = "googleapis".length();
    private static final byte[] TYPE = "type".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] COM = "com".getBytes(StandardCharsets.US_ASCII);

    /** What goes on for more bytes is not looked at to the end: from every word of a long row, that would take the square of its length. */
    private static final int FARTHEST = 256;

    private TypeUrls() {}

    static boolean mayBeIn(byte[] bytes) {
        for (int end = HOST.end(bytes, 0); end >= 0; end = HOST.end(bytes, end)) {
            if (mayGoOn(bytes, end) && mayBegin(bytes, end - HOST_LENGTH)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a dot, "com" and a slash may come next; what is behind a long comment may be anything. */
    private static boolean mayGoOn(byte[] bytes, int from) {
        int dot = skip(bytes, from);
        if (dot - from >= FARTHEST) {
            return true;
        }
        if (!isAt(bytes, dot, '.')) {
            return false;
        }
        int com = skip(bytes, dot + 1);
        if (com - dot > FARTHEST) {
            return true;
        }
        int afterCom = com + COM.length;
        if (!startsWith(bytes, com, COM)) {
            return false;
        }
        int slash = skip(bytes, afterCom);
        return slash - afterCom >= FARTHEST || isAt(bytes, slash, '/');
    }

    /** Skips white space and comments, as far as that is looked at. */
    private static int skip(byte[] bytes, int from) {
        int limit = Math.min(bytes.length, from + FARTHEST);
        int at = from;
        while (at < limit) {
            if (CharacterClass.isSpace(bytes[at] & 0xFF)) {
                at++;
            } else if (isAt(bytes, at, '/') && isAt(bytes, at + 1, '/')) {
                at += 2;
                while (at < limit && bytes[at] != '\n') {
                    at++;
                }
            } else if (isAt(bytes, at, '/') && isAt(bytes, at + 1, '*')) {
                at += 2;
                while (at < limit && !(isAt(bytes, at, '*') && isAt(bytes, at + 1, '/'))) {
                    at++;
                }
                at += 2;
            } else {
                break;
            }
        }
        return at;
    }

    /** Whether "type" and a dot lie before; they may, where a line or a comment ends, of which backwards nobody knows where it began. */
    private static boolean mayBegin(byte[] bytes, int end) {
        int dot = skipBackwards(bytes, end);
        if (endsUnclearly(bytes, dot, end)) {
            return true;
        }
        if (!isAt(bytes, dot - 1, '.')) {
            return false;
        }
        int type = skipBackwards(bytes, dot - 1);
        if (endsUnclearly(bytes, type, dot - 1)) {
            return true;
        }
        int start = type - TYPE.length;
        return startsWith(bytes, start, TYPE)
                && (start == 0 || !CharacterClass.isLetterOrDigit(bytes[start - 1] & 0xFF));
    }

    private static int skipBackwards(byte[] bytes, int end) {
        int at = end;
        while (at > 0 && CharacterClass.isSpace(bytes[at - 1] & 0xFF)) {
            at--;
        }
        return at;
    }

    /** Whether what ends at an offset may be a comment, with white space from there to another offset. */
    private static boolean endsUnclearly(byte[] bytes, int end, int to) {
        if (isAt(bytes, end - 1, '/') && isAt(bytes, end - 2, '*')) {
            return true;
        }
        for (int at = end; at < to; at++) {
            if (bytes[at] == '\n') {
                return true;
            }
        }
        return false;
    }

    private static boolean startsWith(byte[] bytes, int from, byte[] word) {
        for (int at = 0; at < word.length; at++) {
            if (!isAt(bytes, from + at, (char) word[at])) {
                return false;
            }
        }
        return true;
    }

    private static boolean isAt(byte[] bytes, int at, char character) {
        return at >= 0 && at < bytes.length && bytes[at] == character;
    }
}
