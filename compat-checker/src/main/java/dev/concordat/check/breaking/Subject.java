package dev.concordat.check.breaking;

import dev.concordat.schema.Cardinality;
import dev.concordat.schema.Field;
import java.util.List;

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

    /** A field that was a map and is none any more, or became one: it cannot keep its type then. */
    record MapOf(String owner, int number) implements Subject {}

    /**
     * A declaration that is gone.
     *
     * @param fullName the full name; that of a oneof is below its message
     */
    record Deleted(String fullName) implements Subject {}

    /**
     * A declaration that another file has now.
     *
     * @param fullName the full name, which it keeps
     */
    record Moved(String fullName) implements Subject {}

    /**
     * A declaration that others now refer to in place of another one.
     *
     * @param previous the full name of the one before
     * @param current the full name of the one now
     */
    record Replaced(String previous, String current) implements Subject {}

    /** A file that is gone. */
    record DeletedFile(String path) implements Subject {}

    /** The package that a file has. */
    record PackageOf(String path) implements Subject {}

    /** A package that is gone. */
    record DeletedPackage(String name) implements Subject {}

    /** An enum as a whole. */
    record Enumeration(String fullName) implements Subject {}

    /**
     * The value that an enum begins with, which is the default of its fields.
     *
     * @param previous the full name of the enum
     * @param current the same, or that of a new enum in place of one that is gone
     */
    record FirstValue(String previous, String current) implements Subject {}

    /**
     * The default of a field.
     *
     * @param owner the full name of its message before
     */
    record Default(String owner, int number) implements Subject {}

    /** What a finding about a field's type or cardinality is about besides, if it was a map or is one now, and not both. */
    static List<Subject> ofMap(Field previous, Field current) {
        boolean was = previous.cardinality().value() == Cardinality.MAP;
        boolean isNow = current.cardinality().value() == Cardinality.MAP;
        if (was == isNow) {
            return List.of();
        }
        Subject map = new MapOf(previous.parent(), previous.number());
        // A map that is none any more takes the message of its entries with it.
        return was ? List.of(map, new Deleted(previous.type().value().typeName())) : List.of(map);
    }

    /** The number of a field; that of an extension belongs to the extended message. */
    static Subject of(Field field) {
        return new NumberOf(field.extendee().orElse(field.parent()), field.number());
    }
}
