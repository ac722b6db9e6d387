package dev.concordat.check.breaking;

import static dev.concordat.check.Category.CSR;
import static dev.concordat.check.Category.FILE;
import static dev.concordat.check.Category.PACKAGE;
import static dev.concordat.check.Category.WIRE;
import static dev.concordat.check.Category.WIRE_JSON;
import static dev.concordat.check.breaking.BreakingRule.breaking;
import static dev.concordat.check.breaking.Checks.enums;

import dev.concordat.schema.EnumType;
import dev.concordat.schema.EnumValue;
import dev.concordat.schema.NumberRange;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.BiPredicate;

/** Breaking rules about enums. A value is the same in both versions when its number is; all names of a number are one value. */
final class EnumRules {
    static final List<BreakingRule> ALL = List.of(
            breaking(
                    Renumbering.ENUM_VALUE_RULE,
                    "Enum values keep their number.",
                    Renumbering.TOLD_FROM_OTHERS,
                    FILE,
                    PACKAGE,
                    WIRE_JSON,
                    WIRE,
                    CSR),
            breaking(
                    "ENUM_VALUE_NO_DELETE",
                    "Enum values stay.",
                    enums(deleted(
                            (current, values) -> false,
                            "Restore it, and mark it deprecated if it should no longer be used.")),
                    FILE,
                    PACKAGE,
                    CSR),
            breaking(
                    "ENUM_VALUE_NO_DELETE_UNLESS_NUMBER_RESERVED",
                    "Enum values are deleted only when their number is reserved.",
                    enums(deleted(
                            (current, values) -> current.reserves(values.get(0).number()),
                            "Reserve the number, or restore the value.")),
                    WIRE_JSON,
                    WIRE,
                    CSR),
            breaking(
                    "ENUM_VALUE_NO_DELETE_UNLESS_NAME_RESERVED",
                    "Enum values are deleted only when their names are reserved.",
                    enums(deleted(
                            (current, values) -> values.stream()
                                    .allMatch(value ->
                                            current.reserves(value.name().value())),
                            "Reserve the name, or restore the value.")),
                    WIRE_JSON,
                    CSR),
            breaking(
                    "ENUM_VALUE_SAME_NAME",
                    "Enum values keep their name.",
                    enums(EnumRules::sameName),
                    FILE,
                    PACKAGE,
                    WIRE_JSON,
                    CSR),
            breaking("ENUM_SAME_TYPE", "Enums stay open or closed.", enums(EnumRules::sameType), FILE, PACKAGE),
            breaking(
                    "RESERVED_ENUM_NO_DELETE",
                    "Reserved enum numbers and names stay reserved.",
                    enums(EnumRules::reservedNoDelete),
                    FILE,
                    PACKAGE,
                    WIRE_JSON,
                    WIRE,
                    CSR));

    private EnumRules() {}

    private static PairCheck<EnumType> deleted(BiPredicate<EnumType, List<EnumValue>> allowed, String remedy) {
        return (previous, current, reporter) -> byNumber(previous).forEach((number, values) -> {
            if (current.values(number).isEmpty() && !allowed.test(current, values)) {
                reporter.about(previous.fullName(), number);
                reporter.report(
                        current.location(),
                        values.get(0).location(),
                        "Value %d %s of enum \"%s\" was deleted. %s"
                                .formatted(number, names(values), current.nestedName(), remedy));
            }
        });
    }

    private static void sameName(EnumType previous, EnumType current, Reporter reporter) {
        byNumber(previous).forEach((number, values) -> {
            List<EnumValue> left = current.values(number);
            List<String> names =
                    left.stream().map(value -> value.name().value()).toList();
            boolean kept = values.stream()
                    .allMatch(value -> names.contains(value.name().value()));
            if (!kept) {
                reporter.about(previous.fullName(), number);
                left.forEach(value -> reporter.report(
                        value.numberLocation(),
                        values.get(0).location(),
                        "Value %d of enum \"%s\" changed name from %s to %s."
                                .formatted(number, current.nestedName(), names(values), names(left))));
            }
        });
    }

    private static void sameType(EnumType previous, EnumType current, Reporter reporter) {
        if (previous.closed() != current.closed()) {
            reporter.report(
                    current.location(),
                    previous.location(),
                    "Enum \"%s\" changed from %s. Readers treat unknown values differently."
                            .formatted(current.nestedName(), previous.closed() ? "closed to open" : "open to closed"));
        }
    }

    private static void reservedNoDelete(EnumType previous, EnumType current, Reporter reporter) {
        for (NumberRange range : previous.reservedRanges()) {
            String missing = Ranges.missing(range, current.reservedRanges(), Integer.MAX_VALUE);
            if (!missing.isEmpty()) {
                reporter.report(
                        current.location(),
                        range.location(),
                        "Reserved range %s of enum \"%s\" lost %s. Keep the whole range."
                                .formatted(
                                        Ranges.text(range.first(), range.last(), Integer.MAX_VALUE),
                                        current.nestedName(),
                                        missing));
            }
        }
        previous.reservedNames().stream()
                .filter(name -> !current.reserves(name.value()))
                .forEach(name -> reporter.report(
                        current.location(),
                        name.location(),
                        "Reserved name \"%s\" of enum \"%s\" was deleted. Keep it reserved; it was used before."
                                .formatted(name.value(), current.nestedName())));
    }

    private static Map<Integer, List<EnumValue>> byNumber(EnumType enumType) {
        Map<Integer, List<EnumValue>> values = new LinkedHashMap<>();
        enumType.values().forEach(value -> values.computeIfAbsent(value.number(), enumType::values));
        return values;
    }

    /** The names of a number, sorted and quoted. */
    private static String names(List<EnumValue> values) {
        TreeSet<String> names = new TreeSet<>();
        values.forEach(value -> names.add("\"" + value.name().value() + "\""));
        return String.join(", ", names);
    }
}
