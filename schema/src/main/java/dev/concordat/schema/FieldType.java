package dev.concordat.schema;

/**
 * The type of a field.
 *
 * @param kind the kind
 * @param typeName the full name of the enum or message without a leading dot, empty for scalars
 */
public record FieldType(Kind kind, String typeName) {

    /** The full name of a named type, else the kind. */
    @Override
    public String toString() {
        return typeName.isEmpty() ? kind.toString() : typeName;
    }
}
