package dev.concordat.schema.parse;

/**
 * One part of an option's name.
 *
 * @param text the name without parentheses
 * @param extension whether it stands in parentheses
 * @param start the offset of the name, or of its parenthesis
 */
public record OptionName(String text, boolean extension, int start, int end) implements Node {}
