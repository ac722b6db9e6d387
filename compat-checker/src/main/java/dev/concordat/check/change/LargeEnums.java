package dev.concordat.check.change;

import dev.concordat.schema.EnumType;
import dev.concordat.schema.JavaClasses;
import dev.concordat.schema.Schema;
import java.util.Optional;

/** Finds enums that become classes in Java, or enums again: code with a switch over one, or an EnumSet of it, no longer compiles. */
record LargeEnums(Schema before, Schema after, Changes.Listener listener) {
    private static final String FEATURE = "features.(pb.java).large_enum";

    void find() {
        for (EnumType enumType : after.enums()) {
            Optional<EnumType> known = before.enumType(enumType.fullName());
            boolean large = isLarge(after, enumType);
            if (known.isPresent() && isLarge(before, known.get()) != large) {
                listener.found(
                        "enum %s is %s in Java in place of %s, because of %s"
                                .formatted(
                                        enumType.fullName(),
                                        large ? "a class" : "an enum",
                                        large ? "an enum" : "a class",
                                        FEATURE),
                        enumType.options().locationOf(FEATURE));
            }
        }
    }

    private static boolean isLarge(Schema schema, EnumType enumType) {
        return schema.file(enumType.file())
                .filter(file -> JavaClasses.isLargeEnum(file, enumType))
                .isPresent();
    }
}
