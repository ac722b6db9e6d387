package dev.concordat.check.breaking;

import static dev.concordat.check.Category.CSR;
import static dev.concordat.check.Category.FILE;
import static dev.concordat.check.Category.LOSSY;
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
                    FieldNumbers.RULE,
                    "Fields keep their number.",
                    FieldNumbers::check,
                    FILE,
                    PACKAGE,
                    WIRE_JSON,
                    WIRE,
                    CSR),
            breaking(
                    RenamedFields.RULE,
                    "Fields keep their name.",
                    FieldRules::sameNames,
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
            breaking(
                    "FIELD_SAME_TYPE", "Fields keep their type.", TypeCompatibility.at(Level.SAME), FILE, PACKAGE, CSR),
            breaking(
                    "FIELD_WIRE_COMPATIBLE_TYPE",
                    "Fields keep a type that reads the same bytes.",
                    TypeCompatibility.at(Level.WIRE),
                    WIRE),
            breaking(
                    "FIELD_WIRE_JSON_COMPATIBLE_TYPE",
                    "Fields keep a type that reads the same bytes and the same JSON.",
                    TypeCompatibility.at(Level.WIRE_JSON),
                    WIRE_JSON,
                    CSR),
            breaking(
                    "FIELD_SAME_CARDINALITY",
                    "Fields keep their cardinality.",
                    CardinalityCompatibility.at(Level.SAME),
                    FILE,
                    PACKAGE),
            breaking(
                    "FIELD_WIRE_COMPATIBLE_CARDINALITY",
                    "Fields keep a cardinality that reads the same bytes.",
                    CardinalityCompatibility.at(Level.WIRE),
                    WIRE),
            breaking(
                    "FIELD_WIRE_JSON_COMPATIBLE_CARDINALITY",
                    "Fields keep a cardinality that reads the same bytes and the same JSON.",
                    CardinalityCompatibility.at(Level.WIRE_JSON),
                    WIRE_JSON,
                    CSR),
            breaking("FIELD_LOSSLESS_TYPE", "Fields keep a type that has the same values.", Losses::ofTypes, LOSSY),
            breaking(
                    "FIELD_LOSSLESS_CARDINALITY",
                    "Fields keep a cardinality that tells as much.",
                    Losses::ofCardinalities,
                    LOSSY),
            breaking(
                    "FIELD_SAME_ONEOF",
                    "Fields stay in their oneof, or outside of any.",
                    fields(FieldRules::sameOneof),
                    FILE,
                    PACKAGE,
                    WIRE_JSON,
                    WIRE,
                    CSR));

    private static final PairCheck<Field> JSON_NAME =
            Checks.same("JSON name", Field::jsonName, "Keep it; JSON that exists uses it.");

    private FieldRules() {}

    private static void sameNames(Comparison comparison, Reporter reporter) {
        fields((previous, current, to) -> sameName(previous, current, comparison, to))
                .run(comparison, reporter);
    }

    private static void sameName(Field previous, Field current, Comparison comparison, Reporter reporter) {
        String before =
                previous.isExtension() ? previous.fullName() : previous.name().value();
        String after =
                current.isExtension() ? current.fullName() : current.name().value();
        if (!before.equals(after)) {
            Reporter to = reporter.about(new Subject.NameOf(previous.parent(), previous.number()));
            if (previous.isExtension() && !current.isExtension()) {
                reportTaken(previous, current, to);
                return;
            }
            // An extension is gone under the name that it had.
            (previous.isExtension() && current.isExtension() ? to.about(new Subject.Deleted(previous.fullName())) : to)
                    .report(
                            current.name().location(),
                            previous.name().location(),
                            "%s %s of \"%s\" changed name from \"%s\" to \"%s\". Give it back its name%s; code that exists knows it by that."
                                    .formatted(
                                            current.isExtension() ? "Extension" : "Field",
                                            current.number(),
                                            Labels.last(current.extendee().orElse(current.parent())),
                                            before,
                                            after,
                                            RenamedFields.takenBy(previous, current, comparison)));
        }
    }

    private static void reportTaken(Field extension, Field field, Reporter reporter) {
        reporter.report(
                field.name().location(),
                extension.name().location(),
                "%s took the number of extension \"%s\". Give the field another number, and this one back to the extension; code and JSON that exist know it by that name."
                        .formatted(Labels.of(field), extension.fullName()));
    }

    private static void sameJsonName(Field previous, Field current, Reporter reporter) {
        if (!previous.isExtension()) {
            JSON_NAME.compare(
                    previous, current, reporter.about(new Subject.NameOf(previous.parent(), previous.number())));
        }
    }

    private static void sameOneof(Field previous, Field current, Reporter reporter) {
        Optional<String> before = previous.oneof();
        Optional<String> after = current.oneof();
        if (before.equals(after)) {
            return;
        }
        Reporter to = before.isPresent() && after.isPresent()
                ? reporter.about(new Subject.Replaced(
                        previous.parent() + "." + before.get(), current.parent() + "." + after.get()))
                : reporter;
        String how = before.isPresent() && after.isPresent()
                ? "from oneof \"%s\" to oneof \"%s\"".formatted(before.get(), after.get())
                : before.map(oneof -> "out of oneof \"%s\"".formatted(oneof))
                        .orElseGet(() -> "into oneof \"%s\"".formatted(after.orElseThrow()));
        to.report(
                current.location(),
                previous.location(),
                "%s moved %s. Leave it where it was; setting one member of a oneof clears the others."
                        .formatted(Labels.of(current), how));
    }
}
