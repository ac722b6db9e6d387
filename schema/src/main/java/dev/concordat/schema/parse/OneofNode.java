package dev.concordat.schema.parse;

import java.util.List;

/**
 * A oneof.
 *
 * @param body the offset of the opening brace
 * @param statements fields and options in source order
 */
public record OneofNode(Word name, int body, List<Statement> statements, int start, int end, Comments comments)
        implements Statement {

    /** Copies the list. */
    public OneofNode {
        statements = List.copyOf(statements);
    }
}
