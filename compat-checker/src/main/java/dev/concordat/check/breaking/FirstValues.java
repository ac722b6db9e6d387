package dev.concordat.check.breaking;

import dev.concordat.check.Violation;
import dev.concordat.check.breaking.Subject.FirstValue;
import dev.concordat.schema.EnumType;
import dev.concordat.schema.EnumValue;
import dev.concordat.schema.Field;
import dev.concordat.schema.Location;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Tells once that an enum begins with another value, however many fields have that for their default. */
final class FirstValues {
    private static final String RULE = "FIELD_SAME_DEFAULT";

    private final Comparison comparison;
    /** Fields and extensions that differ, by what findings about them are about. */
    private final Map<Subject, Field> fields = new HashMap<>();

    private FirstValues(Comparison comparison) {
        this.comparison = comparison;
        for (Pair<Field> pair : comparison.fields()) {
            fields.put(Subject.of(pair.previous()), pair.current());
        }
    }

    /** What is told of these findings; they are removed. */
    static List<Violation> takeFrom(List<Finding> findings, Comparison comparison) {
        Map<FirstValue, List<Finding>> byEnum = new TreeMap<>(FirstValues::inOrder);
        for (Finding finding : findings) {
            for (Subject subject : finding.subjects()) {
                if (subject instanceof FirstValue first) {
                    byEnum.computeIfAbsent(first, unused -> new ArrayList<>()).add(finding);
                }
            }
        }
        if (byEnum.isEmpty()) {
            return List.of();
        }
        findings.removeIf(finding -> finding.subjects().stream().anyMatch(FirstValue.class::isInstance));
        FirstValues stories = new FirstValues(comparison);
        List<Violation> told = new ArrayList<>();
        byEnum.forEach((first, ofEnum) -> told.add(stories.violation(first, ofEnum)));
        return told;
    }

    private static int inOrder(FirstValue one, FirstValue other) {
        int order = one.previous().compareTo(other.previous());
        return order != 0 ? order : one.current().compareTo(other.current());
    }

    private Violation violation(FirstValue names, List<Finding> findings) {
        List<Finding> inOrder = new ArrayList<>(findings);
        inOrder.sort((one, other) -> one.violation().compareTo(other.violation()));
        Violation first = inOrder.get(0).violation();
        EnumType before = known(comparison.previous(), names.previous());
        EnumType after = known(comparison.current(), names.current());
        boolean isBeside = isBeside(after, findings);
        return new Violation(
                RULE,
                isBeside ? Optional.of(place(after)) : first.location(),
                isBeside ? Optional.of(place(before)) : first.previousLocation(),
                message(before, after, isBeside, inOrder),
                inOrder.stream().map(Finding::violation).toList(),
                first.witness());
    }

    private static EnumType known(Scope scope, String enumName) {
        return scope.world()
                .enumType(enumName)
                .orElseThrow(() -> new IllegalStateException("Enum " + enumName + " has a default and is not there."));
    }

    /** Whether something is reported in the enum's own file, so that it may be told there. */
    private boolean isBeside(EnumType after, List<Finding> findings) {
        return findings.stream()
                .flatMap(finding -> finding.violation().location().stream())
                .anyMatch(location -> comparison.fileOf(location).path().equals(after.file()));
    }

    private static Location place(EnumType enumType) {
        return enumType.values().get(0).location();
    }

    private String message(EnumType before, EnumType after, boolean isBeside, List<Finding> findings) {
        List<String> names = findings.stream()
                .flatMap(finding -> finding.subjects().stream())
                .flatMap(subject -> Optional.ofNullable(fields.get(subject)).stream())
                .map(FirstValues::name)
                .toList();
        return "Enum \"%s\"%s%s begins with %s now, not with %s, which was the default of %s. Let it begin with %s again; readers take it for a field that is not set."
                .formatted(
                        after.nestedName(),
                        isBeside ? "" : " of \"%s\"".formatted(after.file()),
                        after.fullName().equals(before.fullName())
                                ? ""
                                : ", which took the place of \"%s\","
                                        .formatted(Labels.inPackage(
                                                before.fullName(), before.packageName(), after.packageName())),
                        written(after),
                        written(before),
                        names.size() == 1
                                ? names.get(0)
                                : "%s fields: %s".formatted(names.size(), Listing.listed(names)),
                        written(before));
    }

    private static String name(Field field) {
        return "\"%s\" of \"%s\""
                .formatted(field.name().value(), Labels.last(field.extendee().orElse(field.parent())));
    }

    private static String written(EnumType enumType) {
        EnumValue first = enumType.values().get(0);
        return "%s (%s)".formatted(first.name().value(), first.number());
    }
}
