package dev.concordat.schema.parse;

/** A package statement. */
public record PackageNode(Word name, int start, int end, Comments comments) implements Statement {}
