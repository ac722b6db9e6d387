package dev.concordat.check.breaking;

import dev.concordat.schema.EnumType;
import dev.concordat.schema.EnumValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

/** Follows the names of enum values. A number may have several, which are told once. */
final class EnumValueNames {
    static final String RULE = "ENUM_VALUE_SAME_NAME";

    private EnumValueNames() {}

    /** Finds, as buf does, each of the names that a number has now where it lost one. */
    static void check(EnumType previous, EnumType current, Reporter reporter) {
        forEachThatLostOne(previous, current, (before, after) -> {
            int number = before.get(0).number();
            Reporter to = reporter.about(new Subject.NumberOf(previous.fullName(), number));
            String message = message(current, before, after);
            after.forEach(
                    value -> to.report(value.numberLocation(), before.get(0).location(), message));
        });
    }

    /** What happened, number by number. */
    static List<Story> stories(Comparison comparison) {
        List<Story> stories = new ArrayList<>();
        for (Pair<EnumType> pair : comparison.enums()) {
            EnumType previous = pair.previous();
            forEachThatLostOne(previous, pair.current(), (before, after) -> {
                if (after.size() > 1) {
                    stories.add(new Story(
                            RULE,
                            after.get(0).numberLocation(),
                            before.get(0).location(),
                            message(pair.current(), before, after),
                            Set.of(new Subject.NumberOf(
                                    previous.fullName(), before.get(0).number()))));
                }
            });
        }
        return stories;
    }

    private static void forEachThatLostOne(
            EnumType previous, EnumType current, BiConsumer<List<EnumValue>, List<EnumValue>> action) {
        EnumRules.byNumber(previous).forEach((number, before) -> {
            List<EnumValue> after = current.values(number);
            Set<String> left = new HashSet<>();
            after.forEach(value -> left.add(value.name().value()));
            boolean kept =
                    before.stream().allMatch(value -> left.contains(value.name().value()));
            if (!kept && !after.isEmpty()) {
                action.accept(before, after);
            }
        });
    }

    private static String message(EnumType current, List<EnumValue> before, List<EnumValue> after) {
        return "Value %s of enum \"%s\" changed name from %s to %s. Keep the names; code and JSON that exist know it by them."
                .formatted(
                        before.get(0).number(), current.nestedName(), EnumRules.names(before), EnumRules.names(after));
    }
}
