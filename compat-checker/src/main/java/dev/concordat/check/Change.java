package dev.concordat.check;

import dev.concordat.schema.Location;

/**
 * Something that a change added or, where that is allowed, gave up.
 *
 * @param kind which of the two
 * @param description what, for a person, without a full stop
 * @param location where, in the version that has it
 */
public record Change(Kind kind, String description, Location location) {

    /** The two kinds of change. */
    public enum Kind {
        ADDED,
        DELETED
    }
}
