package dev.concordat.schema;

import java.util.function.Supplier;

/**
 * A value of an enum.
 *
 * @param name the name
 * @param number the number
 * @param numberLocation where the number stands
 * @param options its options
 * @param commentText the leading comment, read when it is asked for
 */
public record EnumValue(
        Located<String> name,
        int number,
        Location numberLocation,
        Options options,
        Location location,
        Supplier<String> commentText)
        implements Element {

    @Override
    public String comment() {
        return commentText.get();
    }
}
