package dev.concordat.check.breaking;

import static dev.concordat.check.Category.CSR;
import static dev.concordat.check.Category.FILE;
import static dev.concordat.check.Category.LOSSY;
import static dev.concordat.check.Category.PACKAGE;
import static dev.concordat.check.Category.WIRE;
import static dev.concordat.check.Category.WIRE_JSON;
import static dev.concordat.check.breaking.BreakingRule.breaking;
import static dev.concordat.check.breaking.Checks.enums;

import dev.concordat.check.Quotation;
import dev.concordat.schema.EnumType;
import dev.concordat.schema.EnumValue;
import dev.concordat.schema.Located;
import dev.concordat.schema.NumberRange;
import dev.concordat.schema.ResolvedFeatures.JsonFormat;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/** Breaking rules about enums. A value is the same in both versions when its number is; all names of a number are one value. */
final class EnumRules {
    static final List<BreakingRule> ALL = List.of(
            breaking(
                    EnumValueNumbers.RULE,
                    "Enum values keep their number.",
                    EnumValueNumbers::check,
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
                    EnumValueNames.RULE,
                    "Enum values keep their name.",
                    enums(EnumValueNames::check),
                    FILE,
                    PACKAGE,
                    WIRE_JSON,
                    CSR),
            breaking(
                    "ENUM_SAME_JSON_FORMAT",
                    "Enums that are made for JSON stay so.",
                    enums(EnumRules::sameJsonFormat),
                    FILE,
                    PACKAGE,
                    WIRE_JSON,
                    CSR),
            breaking(
                    RenamedEnums.RULE,
                    "Enums keep their name.",
                    Telling.FROM_OTHERS,
                    FILE,
                    PACKAGE,
                    WIRE_JSON,
                    WIRE,
                    CSR),
            breaking("ENUM_SAME_TYPE", "Enums stay open or closed.", enums(EnumRules::sameType), FILE, PACKAGE, LOSSY),
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
                reporter.about(new Subject.NumberOf(previous.fullName(), number))
                        .report(
                                current.location(),
                                values.get(0).location(),
                                "Value %s %s of enum \"%s\" was deleted. %s"
                                        .formatted(number, names(values), current.nestedName(), remedy));
            }
        });
    }

    private static void sameType(EnumType previous, EnumType current, Reporter reporter) {
        if (previous.closed() != current.closed()) {
            reporter.about(new Subject.Enumeration(previous.fullName()))
                    .report(
                            current.options().locationOf("features.enum_type"),
                            previous.location(),
                            "%s changed from %s. Keep it as it was; readers treat unknown values differently."
                                    .formatted(
                                            Labels.of(current),
                                            previous.closed() ? "closed to open" : "open to closed"));
        }
    }

    private static void sameJsonFormat(EnumType previous, EnumType current, Reporter reporter) {
        if (previous.features().jsonFormat() == JsonFormat.ALLOW
                && current.features().jsonFormat() != JsonFormat.ALLOW) {
            reporter.report(
                    current.options().locationOf("features.json_format"),
                    previous.location(),
                    "%s is no longer made for JSON. Keep features.json_format ALLOW; JSON with it is in use."
                            .formatted(Labels.of(current)));
        }
    }

    private static void reservedNoDelete(EnumType previous, EnumType current, Reporter reporter) {
        NumberSet left = new NumberSet(current.reservedRanges());
        for (NumberRange range : previous.reservedRanges()) {
            String missing = left.missing(range, Integer.MAX_VALUE);
            if (!missing.isEmpty()) {
                reporter.report(
                        current.location(),
                        range.location(),
                        "Reserved range %s of enum \"%s\" lost %s%s. Keep the whole range."
                                .formatted(
                                        NumberSet.text(range.first(), range.last(), Integer.MAX_VALUE),
                                        current.nestedName(),
                                        missing,
                                        takenBy(current, value -> range.contains(value.number()))));
            }
        }
        for (Located<String> name : previous.reservedNames()) {
            if (!current.reserves(name.value())) {
                reporter.report(
                        current.location(),
                        name.location(),
                        "Reserved name \"%s\" of enum \"%s\" was deleted%s. Keep it reserved; it was used before."
                                .formatted(
                                        Quotation.inside(name.value()),
                                        current.nestedName(),
                                        takenBy(
                                                current,
                                                value -> value.name().value().equals(name.value()))));
            }
        }
    }

    /** The value that needs another number or name before what it took can be kept. */
    private static String takenBy(EnumType enumType, Predicate<EnumValue> takes) {
        return enumType.values().stream()
                .filter(takes)
                .findFirst()
                .map(value -> ", which value %s \"%s\" took"
                        .formatted(value.number(), value.name().value()))
                .orElse("");
    }

    /** The values of each number: several when they are aliases. */
    static Map<Integer, List<EnumValue>> byNumber(EnumType enumType) {
        Map<Integer, List<EnumValue>> values = new LinkedHashMap<>();
        for (EnumValue value : enumType.values()) {
            values.computeIfAbsent(value.number(), number -> new ArrayList<>()).add(value);
        }
        return values;
    }

    /** The names of a number, sorted and quoted. */
    static String names(List<EnumValue> values) {
        TreeSet<String> names = new TreeSet<>();
        values.forEach(value -> names.add("\"" + value.name().value() + "\""));
        return String.join(", ", names);
    }
}
