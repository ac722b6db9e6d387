package dev.concordat.schema.parse;

/**
 * A name as it was written, without white space and comments between its parts.
 *
 * @param text the name, such as {@code Outer.Inner} or {@code .google.protobuf.Any}
 */
public record Word(String text, int start, int end) implements Node {}
