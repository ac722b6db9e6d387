package dev.concordat.schema.parse;

/**
 * A field of an aggregate.
 *
 * @param name its name: a field's, or between brackets an extension's or a type's
 * @param kind what kind of name it is
 * @param colon whether a colon stands before the value; scalars need one
 */
public record AggregateField(Word name, Kind kind, boolean colon, ValueNode value, int start, int end) implements Node {

    /** What the name of an aggregate's field is the name of. */
    public enum Kind {
        /** A field of the message. */
        FIELD,
        /** An extension: {@code [pkg.name]}. */
        EXTENSION,
        /** The type of the message inside an {@code Any}: {@code [type.googleapis.com/pkg.Type]}. */
        TYPE_URL
    }
}
