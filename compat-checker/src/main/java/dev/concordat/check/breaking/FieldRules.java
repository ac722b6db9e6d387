package dev.concordat.check.breaking;

import static dev.concordat.check.Category.CSR;
import static dev.concordat.check.Category.FILE;
import static dev.concordat.check.Category.PACKAGE;
import static dev.concordat.check.Category.WIRE;
import static dev.concordat.check.Category.WIRE_JSON;
import static dev.concordat.check.breaking.BreakingRule.breaking;
import static dev.concordat.check.breaking.Checks.fields;

import dev.concordat.schema.Field;
import java.util.List;
import java.util.Optional;

/** Breaking rules about fields and extensions. A field is the same in both versions when its number is. */
final class FieldRules {
    static final List<BreakingRule> ALL = List.of(
            breaking(
                    Renumbering.FIELD_RULE,
                    "Fields keep their number.",
                    Renumbering.TOLD_FROM_OTHERS,
                    FILE,
                    PACKAGE,
                    WIRE_JSON,
                    WIRE,
                    CSR),
            breaking(
                    "FIELD_SAME_NAME",
                    "Fields keep their name.",
                    fields(FieldRules::sameName),
                    FILE,
                    PACKAGE,
                    WIRE_JSON,
                    CSR),
            breaking(
                    "FIELD_SAME_JSON_NAME",
                    "Fields keep their name in JSON.",
                    fields(FieldRules::sameJsonName),
                    FILE,
                    PACKAGE,
                    WIRE_JSON,
                    CSR),
            breaking("FIELD_SAME_TYPE", "Fields keep their type.", fields(FieldRules::sameType), FILE, PACKAGE, CSR),
            breaking(
                    "FIELD_WIRE_COMPATIBLE_TYPE",
                    "Fields keep a type that reads the same bytes.",
                    TypeCompatibility.WIRE,
                    WIRE),
            breaking(
                    "FIELD_WIRE_JSON_COMPATIBLE_TYPE",
                    "Fields keep a type that reads the same bytes and the same JSON.",
                    TypeCompatibility.WIRE_JSON,
                    WIRE_JSON,
                    CSR),
            breaking(
                    "FIELD_SAME_CARDINALITY",
                    "Fields keep their cardinality.",
                    CardinalityCompatibility.SAME,
                    FILE,
                    PACKAGE),
            breaking(
                    "FIELD_WIRE_COMPATIBLE_CARDINALITY",
                    "Fields keep a cardinality that reads the same bytes.",
                    CardinalityCompatibility.WIRE,
                    WIRE),
            breaking(
                    "FIELD_WIRE_JSON_COMPATIBLE_CARDINALITY",
                    "Fields keep a cardinality that reads the same bytes and the same JSON.",
                    CardinalityCompatibility.WIRE_JSON,
                    WIRE_JSON,
                    CSR),
            breaking(
                    "FIELD_SAME_ONEOF",
                    "Fields stay in their oneof, or outside of any.",
                    fields(FieldRules::sameOneof),
                    FILE,
                    PACKAGE,
                    WIRE_JSON,
                    WIRE,
                    CSR));

    private FieldRules() {}

    private static void sameName(Field previous, Field current, Reporter reporter) {
        String before =
                previous.isExtension() ? previous.fullName() : previous.name().value();
        String after =
                current.isExtension() ? current.fullName() : current.name().value();
        if (!before.equals(after)) {
            reporter.report(
                    current.name().location(),
                    previous.name().location(),
                    "Field %d of \"%s\" changed name from \"%s\" to \"%s\"."
                            .formatted(
                                    current.number(),
                                    Labels.last(current.extendee().orElse(current.parent())),
                                    before,
                                    after));
        }
    }

    private static void sameJsonName(Field previous, Field current, Reporter reporter) {
        if (!previous.isExtension()) {
            Checks.same("JSON name", Field::jsonName).compare(previous, current, reporter);
        }
    }

    private static void sameType(Field previous, Field current, Reporter reporter) {
        Checks.same("type", Field::type).compare(previous, current, reporter);
    }

    private static void sameOneof(Field previous, Field current, Reporter reporter) {
        Optional<String> before = previous.oneof();
        Optional<String> after = current.oneof();
        if (previous.isExtension() || before.equals(after)) {
            return;
        }
        String how = before.isPresent() && after.isPresent()
                ? "from oneof \"%s\" to oneof \"%s\"".formatted(before.get(), after.get())
                : before.map(oneof -> "out of oneof \"%s\"".formatted(oneof))
                        .orElseGet(() -> "into oneof \"%s\"".formatted(after.orElseThrow()));
        reporter.report(current.location(), previous.location(), "%s moved %s.".formatted(Labels.of(current), how));
    }
}
