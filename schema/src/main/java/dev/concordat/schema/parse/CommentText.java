package dev.concordat.schema.parse;

import dev.concordat.schema.SourceText;

/** Turns the bytes of a comment into its text. */
final class CommentText {
    private CommentText() {}

    /** The text of the comment between two offsets: several line comments, or one block comment. */
    static String read(SourceText text, int start, int end) {
        return text.text(start, end);
    }
}
