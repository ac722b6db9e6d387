package dev.concordat.check.breaking;

import dev.concordat.schema.Field;

/** What a finding is about; findings that share a cause are found by it. */
sealed interface Subject {

    /**
     * A number, whatever has it.
     *
     * @param owner the full name of the message or enum
     */
    record NumberOf(String owner, int number) implements Subject {}

    /** The name that a number of a message has. */
    record NameOf(String owner, int number) implements Subject {}

    /**
     * A declaration that is gone.
     *
     * @param fullName the full name; that of a oneof is below its message
     */
    record Deleted(String fullName) implements Subject {}

    /**
     * A declaration that others now refer to in place of another one.
     *
     * @param previous the full name of the one before
     * @param current the full name of the one now
     */
    record Replaced(String previous, String current) implements Subject {}

    /** An enum as a whole. */
    record Enumeration(String fullName) implements Subject {}

    /** The number of a field; that of an extension belongs to the extended message. */
    static Subject of(Field field) {
        return new NumberOf(field.extendee().orElse(field.parent()), field.number());
    }
}
