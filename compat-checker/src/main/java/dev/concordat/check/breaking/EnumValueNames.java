package dev.concordat.check.breaking;

import dev.concordat.schema.EnumType;
import dev.concordat.schema.EnumValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

/** Follows the names of enum values. A number may have several, which are told once; JSON is written with the first of them. */
final class EnumValueNames {
    static final String RULE = "ENUM_VALUE_SAME_NAME";

    private EnumValueNames() {}

    /** Finds, as buf does, each of the names that a number has now where it lost one; and besides, where a new name stands before those it had. */
    static void check(EnumType previous, EnumType current, Reporter reporter) {
        forEachThatLostOne(previous, current, (before, after) -> {
            int number = before.get(0).number();
            Reporter to = reporter.about(new Subject.NumberOf(previous.fullName(), number));
            String message = message(current, before, after);
            after.forEach(
                    value -> to.report(value.numberLocation(), before.get(0).location(), message));
        });
        EnumRules.byNumber(previous).forEach((number, before) -> {
            List<EnumValue> after = current.values(number);
            if (keepsAll(before, after) && !names(before).contains(name(after.get(0)))) {
                reporter.about(new Subject.NumberOf(previous.fullName(), number))
                        .report(
                                after.get(0).name().location(),
                                before.get(0).location(),
                                "Value %s of enum \"%s\" has its new name \"%s\" before \"%s\". Declare it behind; JSON is written with the first name, and readers of before know only the old one."
                                        .formatted(
                                                number, current.nestedName(), name(after.get(0)), name(before.get(0))));
            }
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
            if (!after.isEmpty() && !keepsAll(before, after)) {
                action.accept(before, after);
            }
        });
    }

    private static boolean keepsAll(List<EnumValue> before, List<EnumValue> after) {
        return names(after).containsAll(names(before));
    }

    private static Set<String> names(List<EnumValue> values) {
        Set<String> names = new HashSet<>();
        values.forEach(value -> names.add(name(value)));
        return names;
    }

    private static String name(EnumValue value) {
        return value.name().value();
    }

    private static String message(EnumType current, List<EnumValue> before, List<EnumValue> after) {
        return "Value %s of enum \"%s\" changed name from %s to %s. Keep the names; code and JSON that exist know it by them."
                .formatted(
                        before.get(0).number(), current.nestedName(), EnumRules.names(before), EnumRules.names(after));
    }
}
