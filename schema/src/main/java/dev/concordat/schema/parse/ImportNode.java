package dev.concordat.schema.parse;

import org.jspecify.annotations.Nullable;

/**
 * An import statement.
 *
 * @param modifier {@code public}, {@code weak} or {@code option}, when it is written
 */
public record ImportNode(@Nullable Word modifier, StringNode path, int start, int end, Comments comments)
        implements Statement {

    /** Whether this modifier is written. */
    public boolean is(String wanted) {
        return modifier != null && modifier.text().equals(wanted);
    }
}
