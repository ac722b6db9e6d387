package dev.concordat.check.change;

import dev.concordat.schema.EnumType;
import dev.concordat.schema.EnumValue;
import dev.concordat.schema.Schema;
import java.util.List;
import java.util.Optional;

/**
 * Finds values that become aliases of another value of their number. The first of a number is the constant in Java, and what is printed for it; the
 * others are fields, which no switch can have for a case.
 */
record EnumAliases(Schema before, Schema after, Changes.Listener listener) {

    void find() {
        for (EnumType enumType : after.enums()) {
            Optional<EnumType> known = before.enumType(enumType.fullName());
            if (known.isPresent()
                    && known.get().location().text() != enumType.location().text()) {
                compare(known.get(), enumType);
            }
        }
    }

    private void compare(EnumType known, EnumType enumType) {
        for (EnumValue value : enumType.values()) {
            List<EnumValue> names = enumType.values(value.number());
            String first = names.get(0).name().value();
            String name = value.name().value();
            boolean wasFirst = known.values(value.number()).stream()
                    .limit(1)
                    .anyMatch(was -> was.name().value().equals(name));
            if (wasFirst && !first.equals(name)) {
                listener.found(
                        "%s is an alias of %s now, which stands before it, so that it is no constant in Java any more and %s is printed for it"
                                .formatted(Names.of(value, enumType), first, first),
                        value.location());
            }
        }
    }
}
