package dev.concordat.check.history;

import dev.concordat.check.Category;
import dev.concordat.check.breaking.BreakingRule;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Rules that are on together. buf's rules know nothing of each other, so that what it finds with fewer of them is part of what it finds with all.
 *
 * @param name the category, or that it is all of them
 * @param categories the categories as the configuration names them
 * @param ids the ids of the rules
 */
record RuleSet(String name, List<String> categories, Set<String> ids) {
    private static final Set<Category> BUFS =
            EnumSet.of(Category.FILE, Category.PACKAGE, Category.WIRE_JSON, Category.WIRE, Category.CSR);

    /** All rules that buf has, and each category. */
    static List<RuleSet> all() {
        List<RuleSet> sets = new ArrayList<>();
        sets.add(of("all", BUFS));
        BUFS.forEach(category -> sets.add(of(category.name(), EnumSet.of(category))));
        return sets;
    }

    private static RuleSet of(String name, Set<Category> categories) {
        Set<String> ids = BreakingRule.all().stream()
                .filter(rule -> rule.categories().stream().anyMatch(categories::contains))
                .map(BreakingRule::id)
                .collect(Collectors.toCollection(TreeSet::new));
        return new RuleSet(name, categories.stream().map(Category::name).toList(), ids);
    }
}
