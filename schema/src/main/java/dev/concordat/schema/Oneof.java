package dev.concordat.schema;

import java.util.function.Supplier;

/**
 * A oneof that an author wrote; the synthetic ones of {@code optional} fields are not listed.
 *
 * @param commentText the leading comment, read when it is asked for
 */
public record Oneof(Located<String> name, Location location, Supplier<String> commentText) implements Element {

    @Override
    public String comment() {
        return commentText.get();
    }
}
