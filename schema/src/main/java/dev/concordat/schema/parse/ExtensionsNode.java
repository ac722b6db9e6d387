package dev.concordat.schema.parse;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An {@code extensions} statement.
 *
 * @param options what stands between brackets, for each of its ranges
 */
public record ExtensionsNode(
        List<RangeNode> ranges, @Nullable BracketOptions options, int start, int end, Comments comments)
        implements Statement {

    /** Copies the list. */
    public ExtensionsNode {
        ranges = List.copyOf(ranges);
    }
}
