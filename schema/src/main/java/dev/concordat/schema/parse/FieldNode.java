package dev.concordat.schema.parse;

import org.jspecify.annotations.Nullable;

/**
 * A field of a message, a oneof or an extend block.
 *
 * @param label the label before the type, when one is written
 * @param type the type's name, scalar or not; for a map field, that of the values; for a group, the word {@code group}
 * @param mapKey the type's name of the keys, for a map field
 * @param typeStart the offset of the type's first byte; for a map field, of the word {@code map}
 * @param typeEnd the offset after the type; for a map field, after the closing angle bracket
 * @param name the name; a group's field is called like it, in lower case
 * @param options what stands between brackets, when anything does
 * @param group the message that a group declares
 */
public record FieldNode(
        @Nullable Word label,
        Word type,
        @Nullable Word mapKey,
        int typeStart,
        int typeEnd,
        Word name,
        NumberNode number,
        @Nullable BracketOptions options,
        @Nullable MessageNode group,
        int start,
        int end,
        Comments comments)
        implements Statement {

    /** Whether this label is written. */
    public boolean isLabelled(String wanted) {
        return label != null && label.text().equals(wanted);
    }
}
