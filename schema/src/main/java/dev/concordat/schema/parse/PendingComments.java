package dev.concordat.schema.parse;

import dev.concordat.schema.SourceText;

/** The comments between the end of one declaration and the next, until that one's own end is reached and they become its. */
final class PendingComments {
    private int leadingStart;
    private int leadingEnd;
    private final Stretches detached = new Stretches();

    /** Adds the comments of a gap; detached ones that are pending stay. */
    void add(CommentGap gap) {
        leadingStart = gap.leadingStart;
        leadingEnd = gap.leadingEnd;
        detached.addAll(gap.detached);
    }

    /** Puts the comments of a gap in the place of those that are pending. */
    void replace(CommentGap gap) {
        detached.clear();
        add(gap);
    }

    /** The comments of the declaration that ends here: the pending ones, and what trails it in the gap behind it, whose others are pending now. */
    Comments attach(SourceText text, CommentGap gap) {
        int[] stretches = new int[4 + detached.size()];
        stretches[0] = leadingStart;
        stretches[1] = leadingEnd;
        stretches[2] = gap.trailingStart;
        stretches[3] = gap.trailingEnd;
        detached.copyTo(stretches, 4);
        replace(gap);
        return Comments.at(text, stretches);
    }
}
