package dev.concordat.schema.parse;

/**
 * Reads white space and comments between two tokens and decides whom the comments belong to, as protoc does: a comment on the line of the token
 * before, or below it and above a blank line, trails it; the last one before the next token leads that; others are detached.
 */
final class CommentGap {
    private final byte[] bytes;
    private final ProblemLog problems;
    /** Whether a comment so far holds bytes that are not ASCII. */
    boolean beyondAscii;

    int trailingStart;
    int trailingEnd;
    int leadingStart;
    int leadingEnd;
    /** Start and end of each detached comment. */
    final Stretches detached = new Stretches();

    /** The comment that was read last and has no owner yet. */
    private int openStart;

    private int openEnd;
    private boolean openIsLines;
    private boolean mayTrail;
    private boolean trails;
    private int count;
    /** Whether the previous token's line has ended; and the line on which a trailing block comment ends. */
    private boolean lineEnded;

    private boolean trailingLineOpen;

    CommentGap(byte[] bytes, ProblemLog problems) {
        this.bytes = bytes;
        this.problems = problems;
    }

    /** Skips white space and comments that belong to nobody; returns where the next token starts. */
    int skip(int from) {
        byte[] text = bytes;
        int at = from;
        while (at < text.length) {
            int character = text[at] & 0xFF;
            if (CharacterClass.isSpace(character)) {
                at++;
            } else if (character == '/' && isAt(at + 1, '/')) {
                at = lineEnd(at);
            } else if (character == '/' && isAt(at + 1, '*')) {
                at = blockEnd(at);
            } else {
                break;
            }
        }
        return at;
    }

    /** Reads the gap; returns where the next token starts. {@link #finish} completes the answer once that token is known. */
    int read(int from, boolean startOfFile) {
        reset(startOfFile);
        int at = from;
        if (!startOfFile) {
            at = spaces(at);
            if (isAt(at, '/') && isAt(at + 1, '/')) {
                open(at, lineEnd(at), true);
                at = openEnd;
                lineEnded = true;
                close();
            } else if (isAt(at, '/') && isAt(at + 1, '*')) {
                open(at, blockEnd(at), false);
                lineEnded = containsNewline(at, openEnd);
                trailingLineOpen = true;
                at = spaces(openEnd);
                close();
            } else if (isAt(at, '\n')) {
                at++;
                lineEnded = true;
            } else {
                return at;
            }
        }
        return lines(at);
    }

    /** Reads line by line, from after the line of the previous token. */
    private int lines(int from) {
        int at = from;
        while (true) {
            at = spaces(at);
            if (isAt(at, '/') && isAt(at + 1, '/')) {
                if (openEnd > openStart && openIsLines) {
                    openEnd = lineEnd(at);
                } else {
                    close();
                    open(at, lineEnd(at), true);
                }
                at = openEnd;
                newline();
            } else if (isAt(at, '/') && isAt(at + 1, '*')) {
                close();
                open(at, blockEnd(at), false);
                if (containsNewline(at, openEnd)) {
                    newline();
                }
                at = spaces(openEnd);
                if (isAt(at, '\n')) {
                    at++;
                    newline();
                }
            } else if (isAt(at, '\n')) {
                at++;
                newline();
                close();
                mayTrail = false;
            } else {
                return at;
            }
        }
    }

    /** Says what the next token is, which decides about the last comment. */
    void finish(boolean endOfFile, boolean closesScope) {
        if (endOfFile || closesScope) {
            close();
        }
        if (!endOfFile && (!lineEnded || trailingLineOpen)) {
            detachOnlyComment();
        }
        if (openEnd > openStart) {
            leadingStart = openStart;
            leadingEnd = openEnd;
        }
    }

    private void reset(boolean startOfFile) {
        trailingStart = 0;
        trailingEnd = 0;
        leadingStart = 0;
        leadingEnd = 0;
        detached.clear();
        openStart = 0;
        openEnd = 0;
        mayTrail = !startOfFile;
        trails = false;
        count = 0;
        lineEnded = startOfFile;
        trailingLineOpen = false;
    }

    private void newline() {
        lineEnded = true;
        trailingLineOpen = false;
    }

    private void open(int start, int end, boolean isLines) {
        openStart = start;
        openEnd = end;
        openIsLines = isLines;
    }

    /** The open comment does not lead the next token: it trails the previous one, or is detached. */
    private void close() {
        if (openEnd == openStart) {
            return;
        }
        if (mayTrail) {
            trailingStart = openStart;
            trailingEnd = openEnd;
            trails = true;
            mayTrail = false;
        } else {
            detached.add(openStart, openEnd);
        }
        openStart = 0;
        openEnd = 0;
        count++;
    }

    /** With a token on either side on its line, nobody can tell whom a single comment belongs to. */
    private void detachOnlyComment() {
        if (count + (openEnd > openStart ? 1 : 0) != 1) {
            return;
        }
        if (trails) {
            detached.add(trailingStart, trailingEnd);
            trailingStart = 0;
            trailingEnd = 0;
        }
        close();
    }

    private int spaces(int from) {
        byte[] text = bytes;
        int at = from;
        while (at < text.length && text[at] != '\n' && CharacterClass.isSpace(text[at] & 0xFF)) {
            at++;
        }
        return at;
    }

    private int lineEnd(int from) {
        byte[] text = bytes;
        for (int at = from; at < text.length; at++) {
            int character = text[at];
            // Nearly all of a comment is beyond this, so that one comparison is enough for it.
            if (character <= '\n') {
                if (character == '\n') {
                    return at + 1;
                }
                if (character <= 0) {
                    unusual(at);
                }
            }
        }
        return text.length;
    }

    private int blockEnd(int from) {
        for (int at = from + 2; at < bytes.length; at++) {
            if (bytes[at] == '*' && isAt(at + 1, '/')) {
                return at + 2;
            }
            if (bytes[at] == '/' && isAt(at + 1, '*')) {
                problems.add(
                        at,
                        "A block comment begins inside a block comment.",
                        "They cannot be nested: end the outer one.");
                at++;
                if (isAt(at + 1, '/')) {
                    return at + 2;
                }
            } else if (bytes[at] <= 0) {
                unusual(at);
            }
        }
        problems.add(from, "The comment does not end.", "Close it with */.");
        return bytes.length;
    }

    private void unusual(int at) {
        if (bytes[at] == 0) {
            problems.add(at, "The comment holds the byte zero.", "Delete it.");
        } else {
            beyondAscii = true;
        }
    }

    private boolean containsNewline(int start, int end) {
        for (int at = start; at < end; at++) {
            if (bytes[at] == '\n') {
                return true;
            }
        }
        return false;
    }

    private boolean isAt(int at, char wanted) {
        return at < bytes.length && bytes[at] == wanted;
    }
}
