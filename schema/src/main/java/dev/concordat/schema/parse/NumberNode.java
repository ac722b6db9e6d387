package dev.concordat.schema.parse;

/**
 * An integer that stands for a field, an enum value or the end of a range.
 *
 * @param value the number; the parser has refused what an {@code int} cannot hold
 * @param start the offset of the sign or the first digit
 */
public record NumberNode(int value, int start, int end) implements Node {}
