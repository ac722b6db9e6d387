package dev.concordat.check.report;

import dev.concordat.schema.Position;

/** A stretch of a file as a person counts it, the end behind the last character. */
record Span(Position start, Position end) {
    /** Where a whole file is shown. */
    static final Span FILE = new Span(new Position(1, 1), new Position(1, 1));
}
