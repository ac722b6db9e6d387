package dev.concordat.check.breaking;

import dev.concordat.check.breaking.Declared.Kind;
import dev.concordat.schema.EnumType;
import dev.concordat.schema.EnumValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Follows enums that have the same values under another name. */
final class RenamedEnums {
    static final String RULE = "ENUM_SAME_NAME";

    private RenamedEnums() {}

    static List<Story> stories(Comparison comparison) {
        return comparison.renamedEnums().stream().map(RenamedEnums::story).toList();
    }

    /** The enums that are gone, with what they are called now. */
    static List<Pair<EnumType>> pairs(Comparison comparison) {
        List<EnumType> gone = new ArrayList<>();
        for (Declared declared : comparison.deletions().fromPackages(Kind.ENUM)) {
            EnumType enumType = comparison.previous().enumType(declared.fullName());
            // An enum inside a message that is gone is told with the message.
            if (enumType != null && !comparison.isGoneAround(declared)) {
                gone.add(enumType);
            }
        }
        return gone.isEmpty()
                ? List.of()
                : new Replacements<>(RenamedEnums::sketch, RenamedEnums::shape, EnumType::fullName)
                        .of(gone, comparison.addedEnums());
    }

    private static int sketch(EnumType enumType) {
        int sketch = 0;
        for (EnumValue value : enumType.values()) {
            sketch += 31 * value.name().value().hashCode() + value.number();
        }
        return sketch;
    }

    private static String shape(EnumType enumType) {
        StringBuilder shape = new StringBuilder();
        append(enumType, shape);
        return shape.toString();
    }

    /** All of it that a rule compares. */
    static void append(EnumType enumType, StringBuilder shape) {
        shape.append(enumType.closed())
                .append(' ')
                .append(enumType.features().jsonFormat())
                .append('\n');
        RenamedMessages.appendReserved(enumType.reservedRanges(), enumType.reservedNames(), shape);
        List<EnumValue> values = new ArrayList<>(enumType.values());
        values.sort((one, other) -> one.name().value().compareTo(other.name().value()));
        for (EnumValue value : values) {
            shape.append(value.number())
                    .append(' ')
                    .append(value.name().value())
                    .append('\n');
        }
    }

    private static Story story(Pair<EnumType> pair) {
        EnumType before = pair.previous();
        EnumType after = pair.current();
        return new Story(
                RULE,
                after.name().location(),
                before.name().location(),
                "Enum \"%s\" is called \"%s\" now, with the same values. Give it back its name: generated code knows it by that."
                        .formatted(
                                before.nestedName(),
                                Labels.inPackage(after.fullName(), after.packageName(), before.packageName())),
                Set.of(
                        new Subject.Deleted(before.fullName()),
                        new Subject.Replaced(before.fullName(), after.fullName())));
    }
}
