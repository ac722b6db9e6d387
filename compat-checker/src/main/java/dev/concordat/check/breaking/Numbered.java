package dev.concordat.check.breaking;

import dev.concordat.schema.Cardinality;
import dev.concordat.schema.EnumValue;
import dev.concordat.schema.Field;
import dev.concordat.schema.FieldType;
import dev.concordat.schema.Location;
import java.util.List;
import java.util.stream.Stream;

/**
 * A field or an enum value as something that has a number.
 *
 * @param types the type of a field, before the types of what the entries of a map consist of
 * @param location where the number stands
 */
record Numbered(String name, int number, List<FieldType> types, Location location) {

    /** Copies the list. */
    Numbered {
        types = List.copyOf(types);
    }

    /** A field of a message. */
    static Numbered of(Field field, Scope scope) {
        FieldType type = field.type().value();
        List<FieldType> types = field.cardinality().value() == Cardinality.MAP
                ? Stream.concat(Stream.of(type), scope.entryTypes(type.typeName()).stream())
                        .toList()
                : List.of(type);
        return new Numbered(field.name().value(), field.number(), types, field.numberLocation());
    }

    /** An extension. */
    static Numbered of(Field field, String name) {
        return new Numbered(name, field.number(), List.of(field.type().value()), field.numberLocation());
    }

    static Numbered of(EnumValue value) {
        return new Numbered(value.name().value(), value.number(), List.of(), value.numberLocation());
    }

    /** Whether it is a map. */
    boolean isMap() {
        return types.size() > 1;
    }
}
