package dev.concordat.check.breaking;

import dev.concordat.schema.Cardinality;
import dev.concordat.schema.EnumValue;
import dev.concordat.schema.Field;
import dev.concordat.schema.FieldType;
import dev.concordat.schema.Location;
import java.util.Optional;

/**
 * A field or an enum value as something that has a number.
 *
 * @param type the type of a field; empty for an enum value
 * @param map whether it is a map
 * @param location where the number stands
 */
record Numbered(String name, int number, Optional<FieldType> type, boolean map, Location location) {

    /** A field of a message. */
    static Numbered of(Field field) {
        return of(field, field.name().value());
    }

    static Numbered of(Field field, String name) {
        return new Numbered(
                name,
                field.number(),
                Optional.of(field.type().value()),
                field.cardinality().value() == Cardinality.MAP,
                field.numberLocation());
    }

    static Numbered of(EnumValue value) {
        return new Numbered(value.name().value(), value.number(), Optional.empty(), false, value.numberLocation());
    }
}
