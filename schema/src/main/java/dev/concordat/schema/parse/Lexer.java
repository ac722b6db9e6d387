package dev.concordat.schema.parse;

/**
 * Cuts the bytes of a file into tokens, one at a time: the current one is described by {@link #kind}, {@link #start} and {@link #end}. It reads every
 * byte once and never fails: what is wrong is logged, and the token is what an author most likely meant.
 */
final class Lexer {
    /** What a token can be. Comments and white space are none. */
    enum Kind {
        WORD,
        INTEGER,
        FLOAT,
        STRING,
        SYMBOL,
        END
    }

    final byte[] bytes;
    private final ProblemLog problems;
    private final CommentGap gap;

    Kind kind = Kind.END;
    int start;
    int end;
    /** Where the token before this one ended. */
    int previousEnd;
    /** Whether a token so far holds bytes that are not ASCII. */
    private boolean beyondAscii;

    Lexer(byte[] bytes, ProblemLog problems) {
        this.bytes = bytes;
        this.problems = problems;
        this.gap = new CommentGap(bytes, problems);
    }

    /** Goes to the first token; the comments before it are in the gap that is returned. */
    CommentGap first() {
        boolean mark =
                bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF;
        int at = gap.read(mark ? 3 : 0, true);
        read(at);
        gap.finish(kind == Kind.END, closesScope());
        previousEnd = start;
        return gap;
    }

    /** Whether tokens or comments so far hold bytes that are not ASCII. */
    boolean isBeyondAscii() {
        return beyondAscii || gap.beyondAscii;
    }

    /** Goes to the next token. */
    void next() {
        previousEnd = end;
        read(gap.skip(end));
    }

    /** Goes to the next token, collecting the comments in between: the current token ends a declaration. */
    CommentGap nextWithComments() {
        previousEnd = end;
        int at = gap.read(end, false);
        read(at);
        gap.finish(kind == Kind.END, closesScope());
        return gap;
    }

    private boolean closesScope() {
        return kind == Kind.SYMBOL && (bytes[start] == '}' || bytes[start] == ']' || bytes[start] == ')');
    }

    /** Whether the token is this symbol. */
    boolean isSymbol(char symbol) {
        return kind == Kind.SYMBOL && bytes[start] == symbol;
    }

    /** Whether the token is this word. */
    boolean isWord(String word) {
        if (kind != Kind.WORD || end - start != word.length()) {
            return false;
        }
        for (int at = 0; at < word.length(); at++) {
            if (bytes[start + at] != word.charAt(at)) {
                return false;
            }
        }
        return true;
    }

    private void read(int from) {
        int at = from;
        while (at < bytes.length && CharacterClass.isControl(bytes[at] & 0xFF)) {
            problems.add(at, "A control character has no place outside strings and comments.", "Delete it.");
            while (at < bytes.length && CharacterClass.isControl(bytes[at] & 0xFF)) {
                at++;
            }
            at = gap.skip(at);
        }
        start = at;
        end = at;
        if (at >= bytes.length) {
            kind = Kind.END;
            return;
        }
        int first = bytes[at] & 0xFF;
        if (CharacterClass.isLetter(first)) {
            word();
        } else if (CharacterClass.isDigit(first)) {
            number(false);
        } else if (first == '.' && CharacterClass.isDigit(peek(1))) {
            number(true);
        } else if (first == '"' || first == '\'') {
            string(first);
        } else {
            symbol(first);
        }
    }

    private void word() {
        kind = Kind.WORD;
        byte[] text = bytes;
        int at = start + 1;
        while (at < text.length && CharacterClass.isLetterOrDigit(text[at] & 0xFF)) {
            at++;
        }
        end = at;
    }

    private void symbol(int first) {
        kind = Kind.SYMBOL;
        end = start + 1;
        if (first >= 0x80) {
            beyondAscii = true;
            while (end < bytes.length && (bytes[end] & 0xC0) == 0x80) {
                end++;
            }
            problems.add(
                    start,
                    "A character outside ASCII has no place outside strings and comments.",
                    "Names are made of letters, digits and underscores.");
        }
    }

    private void number(boolean startsWithDot) {
        boolean isFloat = false;
        int at = start + 1;
        if (!startsWithDot && bytes[start] == '0' && (peek(1) | 0x20) == 'x') {
            at = digits(start + 2, 16);
            if (at == start + 2) {
                problems.add(start, "\"0x\" is not followed by a hexadecimal digit.", "");
            }
        } else if (!startsWithDot && bytes[start] == '0' && CharacterClass.isDigit(peek(1))) {
            at = digits(at, 8);
            if (at < bytes.length && CharacterClass.isDigit(bytes[at] & 0xFF)) {
                problems.add(
                        start, "A number that starts with zero is octal and has digits 0 to 7 only.", "Drop the zero.");
                at = digits(at, 10);
            }
        } else {
            isFloat = startsWithDot;
            at = digits(at, 10);
            if (!startsWithDot && at < bytes.length && bytes[at] == '.') {
                isFloat = true;
                at = digits(at + 1, 10);
            }
            if (at < bytes.length && (bytes[at] | 0x20) == 'e') {
                isFloat = true;
                at = exponent(at + 1);
            }
        }
        end = at;
        kind = isFloat ? Kind.FLOAT : Kind.INTEGER;
        checkBoundary(isFloat, startsWithDot);
    }

    private int exponent(int from) {
        int at = from < bytes.length && (bytes[from] == '-' || bytes[from] == '+') ? from + 1 : from;
        int after = digits(at, 10);
        if (after == at) {
            problems.add(start, "The \"e\" of a number is not followed by an exponent.", "");
        }
        return after;
    }

    private int digits(int from, int base) {
        int at = from;
        while (at < bytes.length && isDigit(bytes[at] & 0xFF, base)) {
            at++;
        }
        return at;
    }

    private static boolean isDigit(int character, int base) {
        return base == 16
                ? CharacterClass.isHexDigit(character)
                : base == 8 ? CharacterClass.isOctalDigit(character) : CharacterClass.isDigit(character);
    }

    private void checkBoundary(boolean isFloat, boolean startsWithDot) {
        if (startsWithDot
                && previousEnd == start
                && start > 0
                && CharacterClass.isLetterOrDigit(bytes[start - 1] & 0xFF)) {
            problems.add(start, "A number follows a name without a space.", "A name cannot start with a digit.");
        } else if (end < bytes.length && CharacterClass.isLetter(bytes[end] & 0xFF)) {
            problems.add(start, "A name follows a number without a space.", "A name cannot start with a digit.");
        } else if (end < bytes.length && bytes[end] == '.') {
            problems.add(
                    start,
                    isFloat
                            ? "The number has a second decimal point."
                            : "A hexadecimal or octal number has a decimal point.",
                    "");
        }
    }

    private void string(int quote) {
        kind = Kind.STRING;
        int at = start + 1;
        while (true) {
            if (at >= bytes.length) {
                problems.add(start, "The string does not end.", "Close it with the quote it begins with.");
                break;
            }
            int character = bytes[at] & 0xFF;
            if (character == quote) {
                at++;
                break;
            }
            if (character == '\n' || character == 0) {
                problems.add(
                        start,
                        character == 0 ? "The string holds the byte zero." : "The string does not end on its line.",
                        character == 0
                                ? "Write it as \\0."
                                : "Close it, and go on in a second string on the next line.");
                break;
            }
            beyondAscii |= character >= 0x80;
            at = character == '\\' ? escape(at) : at + 1;
        }
        end = at;
    }

    /** Checks an escape sequence and returns where it ends; digits that may follow are left to the loop. */
    private int escape(int backslash) {
        int at = backslash + 1;
        int character = at < bytes.length ? bytes[at] & 0xFF : 0;
        if ((character != 0 && "abfnrtv\\?'\"".indexOf(character) >= 0) || CharacterClass.isOctalDigit(character)) {
            return at + 1;
        }
        if (character == 'x' || character == 'X') {
            return hexDigits(backslash, at + 1, 1);
        }
        if (character == 'u') {
            return hexDigits(backslash, at + 1, 4);
        }
        if (character == 'U') {
            int after = hexDigits(backslash, at + 1, 8);
            if (after == at + 9
                    && (bytes[at + 1] != '0'
                            || bytes[at + 2] != '0'
                            || bytes[at + 3] > '1'
                            || (bytes[at + 3] == '1' && bytes[at + 4] != '0'))) {
                problems.add(backslash, "The escape sequence is beyond U+10FFFF, the last character there is.", "");
            }
            return after;
        }
        problems.add(
                backslash,
                "The escape sequence is unknown.",
                "Known are \\n \\r \\t \\a \\b \\f \\v \\\\ \\? \\' \\\", octal \\123, \\x1f, \\u00e9 and \\U0001f600.");
        return at;
    }

    private int hexDigits(int backslash, int from, int count) {
        for (int at = from; at < from + count; at++) {
            if (at >= bytes.length || !CharacterClass.isHexDigit(bytes[at] & 0xFF)) {
                problems.add(
                        backslash,
                        "The escape sequence needs %s hexadecimal %s."
                                .formatted(count, count == 1 ? "digit" : "digits"),
                        "");
                return at;
            }
        }
        return from + count;
    }

    private int peek(int distance) {
        return start + distance < bytes.length ? bytes[start + distance] & 0xFF : 0;
    }
}
