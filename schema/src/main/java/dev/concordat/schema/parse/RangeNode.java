package dev.concordat.schema.parse;

import org.jspecify.annotations.Nullable;

/**
 * A number, or the numbers from one to another.
 *
 * @param last the last number, inclusive, when {@code to} is written; without a meaning when it is {@code max}
 * @param max whether the range goes to the largest number there is
 */
public record RangeNode(NumberNode first, @Nullable NumberNode last, boolean max, int start, int end) implements Node {}
