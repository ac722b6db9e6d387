package dev.concordat.schema.parse;

import dev.concordat.schema.SourceText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The comments of a statement, attached as protoc attaches them (descriptor.proto, {@code SourceCodeInfo.Location}). Only where they stand is kept;
 * their text is read when it is asked for.
 */
public final class Comments {
    private static final int[] ABSENT = new int[4];
    private static final Comments NONE = new Comments(new SourceText("", new byte[0]), ABSENT);

    private final SourceText text;
    /** Start and end of the leading comment, of the trailing one, and of each detached one; equal where there is none. */
    private final int[] stretches;

    private Comments(SourceText text, int[] stretches) {
        this.text = text;
        this.stretches = stretches;
    }

    /** No comments. */
    public static Comments none() {
        return NONE;
    }

    /** Comments at these places: start and end of the leading one, the trailing one, the detached ones. */
    static Comments at(SourceText text, int[] stretches) {
        return stretches.length == ABSENT.length && Arrays.equals(stretches, ABSENT)
                ? NONE
                : new Comments(text, stretches);
    }

    /** The offset of the comment before the statement, or the other offset when there is none. */
    public int leadingStart(int otherwise) {
        return stretches[0] == stretches[1] ? otherwise : stretches[0];
    }

    /** The offset after the comment behind the statement, or the other offset when there is none. */
    public int trailingEnd(int otherwise) {
        return stretches[2] == stretches[3] ? otherwise : stretches[3];
    }

    /** The comment before the statement, without comment marks; empty when there is none. */
    public String leading() {
        return CommentText.read(text, stretches[0], stretches[1]);
    }

    /** The comment behind the statement's semicolon or opening brace, without comment marks; empty when there is none. */
    public String trailing() {
        return CommentText.read(text, stretches[2], stretches[3]);
    }

    /** The comments before the statement that a blank line parts from it, without comment marks. */
    public List<String> detached() {
        List<String> texts = new ArrayList<>();
        for (int at = 4; at < stretches.length; at += 2) {
            texts.add(CommentText.read(text, stretches[at], stretches[at + 1]));
        }
        return texts;
    }
}
