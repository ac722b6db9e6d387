package dev.concordat.schema.parse;

import java.util.List;

/**
 * An extend block.
 *
 * @param extendee the message that is extended
 * @param body the offset of the opening brace
 * @param fields the extensions in source order
 */
public record ExtendNode(Word extendee, int body, List<FieldNode> fields, int start, int end, Comments comments)
        implements Statement {

    /** Copies the list. */
    public ExtendNode {
        fields = List.copyOf(fields);
    }
}
