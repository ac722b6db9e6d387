package dev.concordat.check.breaking;

import static dev.concordat.check.Category.CSR;
import static dev.concordat.check.Category.FILE;
import static dev.concordat.check.Category.LOSSY;
import static dev.concordat.check.Category.PACKAGE;
import static dev.concordat.check.Category.WIRE;
import static dev.concordat.check.Category.WIRE_JSON;
import static dev.concordat.check.breaking.BreakingRule.breaking;
import static dev.concordat.check.breaking.Checks.fields;
import static dev.concordat.check.breaking.Checks.same;

import dev.concordat.schema.Field;
import dev.concordat.schema.FieldType;
import dev.concordat.schema.Kind;
import dev.concordat.schema.Located;
import dev.concordat.schema.Location;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Breaking rules about what a field's value is in generated code: its default, and how languages hold and check it. */
final class FieldValueRules {
    private static final Set<Kind> LONG_NUMBERS =
            EnumSet.of(Kind.INT64, Kind.SINT64, Kind.UINT64, Kind.FIXED64, Kind.SFIXED64);
    private static final Set<Kind> TEXTS = EnumSet.of(Kind.STRING, Kind.BYTES);
    private static final Set<Kind> STRINGS = EnumSet.of(Kind.STRING);
    private static final String GENERATED = "Keep it; code that uses the generated one depends on it.";
    private static final String CHECKED = "Keep it; readers refuse or accept other strings than before.";

    static final List<BreakingRule> ALL = List.of(
            breaking(
                    "FIELD_SAME_DEFAULT",
                    "Fields keep their default.",
                    FieldValueRules::sameDefault,
                    FILE,
                    PACKAGE,
                    WIRE_JSON,
                    WIRE,
                    CSR),
            breaking(
                    "FIELD_SAME_JSTYPE",
                    "Fields of 64 bits keep their type in JavaScript.",
                    fields(between(
                            LONG_NUMBERS,
                            same("option jstype", field -> field.options().text("jstype"), GENERATED))),
                    FILE,
                    PACKAGE),
            breaking(
                    "FIELD_SAME_CPP_STRING_TYPE",
                    "Fields keep the type that C++ holds their strings in.",
                    FieldValueRules::sameCppStringType,
                    FILE,
                    PACKAGE),
            breaking(
                    "FIELD_SAME_UTF8_VALIDATION",
                    "Fields keep whether their strings are checked to be UTF-8.",
                    fields(between(
                            STRINGS,
                            same(
                                    "UTF-8 validation",
                                    field -> field.features().utf8Validation(),
                                    field -> field.options().locationOf("features.utf8_validation"),
                                    CHECKED))),
                    FILE,
                    PACKAGE,
                    LOSSY),
            breaking(
                    "FIELD_SAME_JAVA_UTF8_VALIDATION",
                    "Fields keep whether Java checks their strings to be UTF-8.",
                    FieldValueRules::sameJavaUtf8Validation,
                    FILE,
                    PACKAGE,
                    LOSSY));

    private FieldValueRules() {}

    /** Visits the fields that have one of these kinds before and after. */
    private static PairCheck<Field> between(Set<Kind> kinds, PairCheck<Field> check) {
        return (previous, current, reporter) -> {
            if (kinds.contains(previous.type().value().kind())
                    && kinds.contains(current.type().value().kind())) {
                check.compare(previous, current, reporter);
            }
        };
    }

    private static void sameDefault(Comparison comparison, Reporter reporter) {
        fields((previous, current, to) -> {
                    Optional<DefaultValue> before =
                            DefaultValue.of(previous, comparison.previous().world());
                    Optional<DefaultValue> after =
                            DefaultValue.of(current, comparison.current().world());
                    if (before.isPresent() && after.isPresent() && !before.get().isSameAs(after.get())) {
                        aboutDefault(previous, current, comparison, to)
                                .about(new Subject.Default(previous.parent(), previous.number()))
                                .report(
                                        placeOfDefault(current),
                                        placeOfDefault(previous),
                                        "%s changed default from %s to %s. Keep it; readers take it for a field that is not set."
                                                .formatted(
                                                        Labels.of(current),
                                                        before.get().written(),
                                                        after.get().written()));
                    }
                })
                .run(comparison, reporter);
    }

    /** What the default comes from, when no field says one. */
    private static Reporter aboutDefault(Field previous, Field current, Comparison comparison, Reporter reporter) {
        FieldType before = previous.type().value();
        FieldType after = current.type().value();
        boolean isFirstValue = before.kind() == Kind.ENUM
                && after.kind() == Kind.ENUM
                && previous.defaultValue().isEmpty()
                && current.defaultValue().isEmpty()
                && (before.equals(after) || tookPlace(before.typeName(), after.typeName(), comparison));
        return isFirstValue ? reporter.about(new Subject.FirstValue(before.typeName(), after.typeName())) : reporter;
    }

    private static boolean tookPlace(String before, String after, Comparison comparison) {
        return comparison.current().world().enumType(before).isEmpty()
                && comparison.previous().world().enumType(after).isEmpty();
    }

    private static Location placeOfDefault(Field field) {
        return field.defaultValue().map(Located::location).orElse(field.location());
    }

    private static void sameCppStringType(Comparison comparison, Reporter reporter) {
        PairCheck<Field> same = same(
                "string type in C++", FieldValueRules::cppStringType, FieldValueRules::placeOfCppStringType, GENERATED);
        fields(between(TEXTS, (previous, current, to) -> {
                    // A string piece was never more than a string.
                    boolean unpieced = cppStringType(previous).equals("STRING_PIECE")
                            && cppStringType(current).equals("STRING");
                    if (!unpieced && !comparison.isOfMapEntry(previous, current)) {
                        same.compare(previous, current, to);
                    }
                }))
                .run(comparison, reporter);
    }

    private static String cppStringType(Field field) {
        return field.options().value("ctype").isPresent()
                ? field.options().text("ctype").value()
                : field.features().cppStringType().name();
    }

    private static Location placeOfCppStringType(Field field) {
        return field.options()
                .value("ctype")
                .map(Located::location)
                .orElseGet(() -> field.options().locationOf("features.(pb.cpp).string_type"));
    }

    private static void sameJavaUtf8Validation(Comparison comparison, Reporter reporter) {
        PairCheck<Field> same = same(
                "UTF-8 validation in Java",
                field -> field.features().javaUtf8Validation(),
                field -> placeOfJavaUtf8Validation(field, comparison),
                CHECKED);
        fields(between(STRINGS, (previous, current, to) -> {
                    // Java checks the strings of maps whatever features and options say.
                    if (!comparison.isOfMapEntry(previous, current)) {
                        same.compare(previous, current, to);
                    }
                }))
                .run(comparison, reporter);
    }

    private static Location placeOfJavaUtf8Validation(Field field, Comparison comparison) {
        return comparison
                .fileOf(field.location())
                .options()
                .value("java_string_check_utf8")
                .map(Located::location)
                .orElseGet(() -> field.options().locationOf("features.(pb.java).utf8_validation"));
    }
}
