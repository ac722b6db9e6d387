package dev.concordat.schema.parse;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message, or the message part of a group.
 *
 * @param visibility {@code export} or {@code local}, when it is written (edition 2024)
 * @param body the offset of the opening brace
 * @param statements the statements in source order: fields, oneofs, nested messages and enums, extend blocks, options, ranges
 * @param start the first byte of the declaration; for a group, of the field
 */
public record MessageNode(
        @Nullable Word visibility,
        Word name,
        int body,
        List<Statement> statements,
        int start,
        int end,
        Comments comments)
        implements Statement {

    /** Copies the list. */
    public MessageNode {
        statements = List.copyOf(statements);
    }
}
