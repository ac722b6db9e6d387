package dev.concordat.check.breaking;

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

    static Numbered of(Field field) {
        return of(field, field.name().value());
    }

    static Numbered of(Field field, String name) {
        return new Numbered(name, field.number(), field.type().value(), field.numberLocation());
    }

    static Numbered of(EnumValue value) {
        return new Numbered(value.name().value(), value.number(), "", value.numberLocation());
    }
}
