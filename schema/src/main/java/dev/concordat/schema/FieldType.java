package dev.concordat.schema;

import org.jspecify.annotations.Nullable;

/**
 * The type of a field.
 *
 * @param kind the kind
 * @param typeName the full name of the enum or message without a leading dot, empty for scalars
 */
public record FieldType(Kind kind, String typeName) {

    /** Written out, because the equality that a record is given takes milliseconds to link when it is first used. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FieldType type && kind == type.kind && typeName.equals(type.typeName);
    }

    @Override
    public int hashCode() {
        return kind.hashCode() * 31 + typeName.hashCode();
    }

    /** The full name of a named type, else the kind. */
    @Override
    public String toString() {
        return typeName.isEmpty() ? kind.toString() : typeName;
    }
}
