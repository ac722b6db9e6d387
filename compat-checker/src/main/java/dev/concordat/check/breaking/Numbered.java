package dev.concordat.check.breaking;

import dev.concordat.schema.EnumType;
import dev.concordat.schema.EnumValue;
import dev.concordat.schema.Field;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Fields and enum values by number and by name, in source order: looked up as often as there are elements. */
final class Numbered {
    private Numbered() {}

    static Map<Integer, Field> fields(Collection<Field> fields) {
        return index(fields, Field::number);
    }

    static Map<String, Field> fieldsByName(Collection<Field> fields) {
        return index(fields, field -> field.name().value());
    }

    /** The values of each number: several when they are aliases. */
    static Map<Integer, List<EnumValue>> values(EnumType enumType) {
        Map<Integer, List<EnumValue>> values = new LinkedHashMap<>();
        for (EnumValue value : enumType.values()) {
            values.computeIfAbsent(value.number(), number -> new ArrayList<>()).add(value);
        }
        return values;
    }

    static Map<String, EnumValue> valuesByName(EnumType enumType) {
        return index(enumType.values(), value -> value.name().value());
    }

    private static <K, T> Map<K, T> index(Collection<T> elements, Function<T, K> key) {
        Map<K, T> index = new LinkedHashMap<>();
        elements.forEach(element -> index.putIfAbsent(key.apply(element), element));
        return index;
    }
}
