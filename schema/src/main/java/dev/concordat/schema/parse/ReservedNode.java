package dev.concordat.schema.parse;

import java.util.List;

/**
 * A {@code reserved} statement: either numbers or names.
 *
 * @param ranges the reserved numbers
 * @param names the reserved names, written as strings or, in editions, as words
 */
public record ReservedNode(List<RangeNode> ranges, List<Word> names, int start, int end, Comments comments)
        implements Statement {

    /** Copies the lists. */
    public ReservedNode {
        ranges = List.copyOf(ranges);
        names = List.copyOf(names);
    }
}
