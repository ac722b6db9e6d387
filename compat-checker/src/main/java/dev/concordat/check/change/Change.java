package dev.concordat.check.change;

import dev.concordat.schema.Location;

/**
 * Something that a change did to what contracts declare.
 *
 * @param kind what it did
 * @param description what, for a person, without a full stop
 * @param location where, in the version that has it
 */
public record Change(Kind kind, String description, Location location) {

    /** The kinds of change. */
    public enum Kind {
        /** It is new. */
        ADDED,
        /** It should be used no more. */
        DEPRECATED,
        /** Programs that use it have to change, though no rule of buf looks at it. */
        BROKEN,
        /** Contracts of others that use it no longer compile, or mean something else; programs go on. */
        BROKEN_FOR_CONTRACTS
    }
}
