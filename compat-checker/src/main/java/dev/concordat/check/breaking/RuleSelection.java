package dev.concordat.check.breaking;

import dev.concordat.check.Category;
import dev.concordat.schema.ContractException;
import dev.concordat.schema.Failure;
import dev.concordat.schema.config.CheckConfig;
import dev.concordat.schema.config.Suggestions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Which rules a configuration turns on: the ids and categories it uses, less those it excepts. */
final class RuleSelection {
    private RuleSelection() {}

    /** The rules, in the order of the lists. */
    static List<BreakingRule> select(CheckConfig config) throws ContractException {
        Set<String> used = config.use().isEmpty() ? defaults() : expand(config.use());
        Set<String> excepted = expand(config.except());
        for (String id : config.ignoreOnly().keySet()) {
            expand(List.of(id));
        }
        return config.disableBuiltin()
                ? List.of()
                : BreakingRule.all().stream()
                        .filter(rule -> used.contains(rule.id()) && !excepted.contains(rule.id()))
                        .toList();
    }

    /** The ids that a list of ids and categories names. */
    static Set<String> expand(Collection<String> idsAndCategories) throws ContractException {
        Set<String> ids = new LinkedHashSet<>();
        for (String name : idsAndCategories) {
            List<String> named = BreakingRule.all().stream()
                    .filter(rule -> rule.id().equals(name)
                            || rule.categories().stream()
                                    .anyMatch(category -> category.name().equals(name)))
                    .map(BreakingRule::id)
                    .toList();
            if (named.isEmpty()) {
                throw unknown(name);
            }
            ids.addAll(named);
        }
        return ids;
    }

    private static Set<String> defaults() {
        Set<String> ids = new LinkedHashSet<>();
        BreakingRule.all().stream().filter(BreakingRule::isDefault).forEach(rule -> ids.add(rule.id()));
        return ids;
    }

    private static ContractException unknown(String name) {
        List<String> known =
                new ArrayList<>(Stream.of(Category.values()).map(Category::name).toList());
        BreakingRule.all().forEach(rule -> known.add(rule.id()));
        return ContractException.of(
                Failure.CONFIGURATION,
                "\"%s\" under \"breaking\" is no rule and no category.%s"
                        .formatted(name, Suggestions.didYouMean(name, known)),
                "\"concordat rules\" lists them.");
    }
}
