package dev.concordat.schema.parse;

import dev.concordat.schema.SourceText;
import java.nio.charset.StandardCharsets;

/** Turns the bytes of a comment into its text: what an author wrote, without the marks around it and before each line. */
final class CommentText {
    private final byte[] bytes;
    private final int end;
    private final byte[] content;
    private int length;

    private CommentText(byte[] bytes, int start, int end) {
        this.bytes = bytes;
        this.end = end;
        this.content = new byte[end - start];
    }

    /** The text of the comment between two offsets: line comments on lines that follow one another, or one block comment. */
    static String read(SourceText text, int start, int end) {
        if (start >= end) {
            return "";
        }
        CommentText comment = new CommentText(text.bytes(), start, end);
        if (text.bytes()[start + 1] == '*') {
            comment.readBlock(start + 2);
        } else {
            comment.readLines(start);
        }
        return new String(comment.content, 0, comment.length, StandardCharsets.UTF_8);
    }

    /** Each line behind its {@code //}, with the line feed. */
    private void readLines(int from) {
        int at = from;
        while (at < end) {
            at = spaces(at) + 2;
            while (at < end && bytes[at] != '\n') {
                content[length++] = bytes[at++];
            }
            if (at < end) {
                content[length++] = bytes[at++];
            }
        }
    }

    /** Each line but the first without the white space before it and one asterisk. */
    private void readBlock(int from) {
        int last = end - 2;
        int at = from;
        while (at < last) {
            byte next = bytes[at++];
            content[length++] = next;
            if (next == '\n') {
                at = spaces(at);
                at = at < last && bytes[at] == '*' ? at + 1 : at;
            }
        }
    }

    private int spaces(int from) {
        int at = from;
        while (at < end && bytes[at] != '\n' && CharacterClass.isSpace(bytes[at] & 0xFF)) {
            at++;
        }
        return at;
    }
}
