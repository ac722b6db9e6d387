package dev.concordat.schema.parse;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An enum.
 *
 * @param visibility {@code export} or {@code local}, when it is written (edition 2024)
 * @param body the offset of the opening brace
 * @param statements values, options and reserved statements in source order
 */
public record EnumNode(
        @Nullable Word visibility,
        Word name,
        int body,
        List<Statement> statements,
        int start,
        int end,
        Comments comments)
        implements Statement {

    /** Copies the list. */
    public EnumNode {
        statements = List.copyOf(statements);
    }
}
