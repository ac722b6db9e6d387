package dev.concordat.schema;

/**
 * A place in a text as a person counts it.
 *
 * @param line the line, from 1
 * @param column the display column, from 1; a tab goes to the next multiple of 4, a wide character counts 2, a combining one 0
 */
public record Position(int line, int column) {}
