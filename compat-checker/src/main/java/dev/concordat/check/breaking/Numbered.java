package dev.concordat.check.breaking;

import dev.concordat.schema.Cardinality;
import dev.concordat.schema.EnumValue;
import dev.concordat.schema.Field;
import dev.concordat.schema.Location;

/**
 * A field or an enum value as something that has a number.
 *
 * @param kept what stays with the name when only the number changes: the type of a field
 * @param location where the number stands
 */
record Numbered(String name, int number, Object kept, Location location) {

    /** A field of a message. The entries that protobuf makes for a map are called after it, and alike when what they hold is. */
    static Numbered of(Field field, Scope scope) {
        Object kept = field.cardinality().value() == Cardinality.MAP
                ? scope.entryTypes(field.type().value().typeName())
                : field.type().value();
        return new Numbered(field.name().value(), field.number(), kept, field.numberLocation());
    }

    static Numbered of(Field field, String name) {
        return new Numbered(name, field.number(), field.type().value(), field.numberLocation());
    }

    static Numbered of(EnumValue value) {
        return new Numbered(value.name().value(), value.number(), "", value.numberLocation());
    }
}
