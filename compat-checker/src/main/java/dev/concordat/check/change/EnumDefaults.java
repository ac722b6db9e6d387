package dev.concordat.check.change;

import dev.concordat.schema.Cardinality;
import dev.concordat.schema.EnumType;
import dev.concordat.schema.EnumValue;
import dev.concordat.schema.Field;
import dev.concordat.schema.Schema;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds enums that begin with another of their values, which is the default of fields that say none. A rule looks at these fields; where a module has
 * none, those of others may have that default.
 */
record EnumDefaults(Schema before, Schema after, Changes.Listener listener) {

    void find() {
        Set<String> used = used();
        for (EnumType enumType : after.enums()) {
            Optional<EnumValue> known = before.enumType(enumType.fullName())
                    .filter(was -> !used.contains(was.fullName()))
                    .map(was -> was.values().get(0));
            EnumValue first = enumType.values().get(0);
            // A first value that is gone, or has another number, is told by rules.
            if (known.isPresent()
                    && known.get().number() != first.number()
                    && !enumType.values(known.get().number()).isEmpty()) {
                listener.found(
                        "enum %s begins with %s in place of %s, so that fields of others have another default"
                                .formatted(enumType.fullName(), written(first), written(known.get())),
                        first.location());
            }
        }
    }

    /** The types of the module's own fields that have a default and say none. */
    private Set<String> used() {
        Set<String> used = new HashSet<>();
        Stream.concat(
                        before.messages().stream().flatMap(message -> message.fields().stream()),
                        before.extensions().stream())
                .filter(EnumDefaults::hasFirstValue)
                .forEach(field -> used.add(field.type().value().typeName()));
        return used;
    }

    private static boolean hasFirstValue(Field field) {
        return field.defaultValue().isEmpty() && field.cardinality().value() != Cardinality.REPEATED;
    }

    private static String written(EnumValue value) {
        return "%s = %s".formatted(value.name().value(), value.number());
    }
}
