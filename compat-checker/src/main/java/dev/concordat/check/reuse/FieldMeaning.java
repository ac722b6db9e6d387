package dev.concordat.check.reuse;

import static dev.concordat.schema.Cardinality.MAP;
import static dev.concordat.schema.Cardinality.REPEATED;

import dev.concordat.schema.Cardinality;
import dev.concordat.schema.Field;
import dev.concordat.schema.FieldType;
import dev.concordat.schema.Kind;
import dev.concordat.schema.Schema;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What the values of a field are: the same type in another version reads the same binary and JSON values. Whether presence is tracked is no part of
 * it, nor are defaults and oneofs: they say what a missing value means.
 */
record FieldMeaning(Field field, Schema schema) {

    /** Whether it has values of the same type as a field of another version. */
    boolean hasTypeOf(FieldMeaning other) {
        Cardinality cardinality = field.cardinality().value();
        Cardinality others = other.field.cardinality().value();
        if ((cardinality == REPEATED) != (others == REPEATED) || (cardinality == MAP) != (others == MAP)) {
            return false;
        }
        return cardinality == MAP
                ? entryTypes().equals(other.entryTypes())
                : type(field).equals(type(other.field));
    }

    /** The type as the contract writes it, but with full names. */
    String typeText() {
        return switch (field.cardinality().value()) {
            case MAP -> entryTypes().stream().map(FieldType::toString).collect(Collectors.joining(", ", "map<", ">"));
            case REPEATED -> "repeated " + text(type(field));
            default -> text(type(field));
        };
    }

    private static String text(FieldType type) {
        return type.kind() == Kind.GROUP ? "group " + type : type.toString();
    }

    /** The entry of a map is called like the field, so its own name says nothing. */
    private List<FieldType> entryTypes() {
        return schema.message(type(field).typeName())
                .map(entry -> entry.fields().stream().map(FieldMeaning::type).toList())
                .orElse(List.of());
    }

    private static FieldType type(Field field) {
        return field.type().value();
    }
}
