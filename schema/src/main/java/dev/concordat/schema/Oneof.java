package dev.concordat.schema;

/** A oneof that an author wrote; the synthetic ones of {@code optional} fields are not listed. */
public record Oneof(Located<String> name, Location location, String comment) implements Element {}
