package dev.concordat.schema.parse;

import java.util.List;

/**
 * A service.
 *
 * @param body the offset of the opening brace
 * @param statements rpcs and options in source order
 */
public record ServiceNode(Word name, int body, List<Statement> statements, int start, int end, Comments comments)
        implements Statement {

    /** Copies the list. */
    public ServiceNode {
        statements = List.copyOf(statements);
    }
}
