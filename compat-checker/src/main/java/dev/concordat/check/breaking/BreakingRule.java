package dev.concordat.check.breaking;

import dev.concordat.check.Category;
import dev.concordat.check.Rule;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A rule about what a change may not do.
 *
 * @param id the id
 * @param purpose what stays as it was, one sentence
 * @param check what finds violations
 * @param categories the categories
 */
public record BreakingRule(String id, String purpose, Check check, Set<Category> categories) implements Rule {

    /** Copies the set. */
    public BreakingRule {
        categories = Set.copyOf(categories);
    }

    /** All rules, by kind of element. */
    public static List<BreakingRule> all() {
        return Stream.of(
                        FileRules.ALL,
                        PackageRules.ALL,
                        MessageRules.ALL,
                        FieldRules.ALL,
                        FieldValueRules.ALL,
                        EnumRules.ALL,
                        ServiceRules.ALL,
                        ReuseRules.ALL)
                .flatMap(List::stream)
                .toList();
    }

    /** Whether it is on when nothing is configured. */
    public boolean isDefault() {
        return categories.contains(Category.FILE);
    }

    static BreakingRule breaking(String id, String purpose, Check check, Category... categories) {
        return new BreakingRule(id, purpose, check, Set.of(categories));
    }
}
