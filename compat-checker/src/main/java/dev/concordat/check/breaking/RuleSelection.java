package dev.concordat.check.breaking;

import dev.concordat.check.Category;
import dev.concordat.schema.ContractException;
import dev.concordat.schema.Failure;
import dev.concordat.schema.Place;
import dev.concordat.schema.Problem;
import dev.concordat.schema.config.CheckConfig;
import dev.concordat.schema.config.ConfigVersion;
import dev.concordat.schema.config.Suggestions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which rules a configuration turns on: the ids and categories it uses, less those it excepts.
 *
 * @param rules the rules, in the order of the lists
 * @param ignoreOnly by id, the paths that a rule does not report
 * @param notes what the author of the configuration should know
 */
record RuleSelection(List<BreakingRule> rules, Map<String, List<String>> ignoreOnly, List<String> notes) {

    /** Keeps unchangeable copies. */
    RuleSelection {
        rules = List.copyOf(rules);
        ignoreOnly = Map.copyOf(ignoreOnly);
        notes = List.copyOf(notes);
    }

    /** The selection of a configuration. */
    static RuleSelection of(CheckConfig config) throws ContractException {
        return new Selecting(config).select();
    }

    /** The selection while it is made. */
    private static final class Selecting {
        private final CheckConfig config;
        private final ConfigVersion version;
        private final List<BreakingRule> known;
        private final Set<String> notes = new LinkedHashSet<>();
        private final List<Problem> problems = new ArrayList<>();

        private Selecting(CheckConfig config) {
            this.config = config;
            this.version = config.version();
            this.known = BreakingRule.all().stream()
                    .filter(rule -> RuleVersions.has(version, rule))
                    .toList();
        }

        private RuleSelection select() throws ContractException {
            Set<String> used = expand(config.use().isEmpty() ? List.of(Category.FILE.name()) : config.use());
            used.removeAll(expand(config.except()));
            Map<String, List<String>> ignoreOnly = new HashMap<>();
            config.ignoreOnly()
                    .forEach((name, paths) -> expand(List.of(name))
                            .forEach(id -> ignoreOnly
                                    .computeIfAbsent(id, key -> new ArrayList<>())
                                    .addAll(paths)));
            if (!problems.isEmpty()) {
                throw new ContractException(Failure.CONFIGURATION, problems);
            }
            if (config.disableBuiltin()) {
                notes.add("\"disable_builtin\" turns every rule off: nothing is checked.");
                used.clear();
            } else if (used.isEmpty()) {
                throw new ContractException(
                        Failure.CONFIGURATION,
                        List.of(new Problem(
                                place(),
                                "\"use\" and \"except\" under \"breaking\" leave no rule.",
                                "Use another category, or except less.")));
            }
            return new RuleSelection(
                    known.stream().filter(rule -> used.contains(rule.id())).toList(), ignoreOnly, List.copyOf(notes));
        }

        /** Where the section takes the first rule away, or names one. */
        private Optional<Place> place() {
            return Stream.concat(config.except().stream(), config.use().stream())
                    .flatMap(name -> config.places().of(name).stream())
                    .findFirst();
        }

        /** The ids that a list of ids and categories names. */
        private Set<String> expand(Collection<String> idsAndCategories) {
            Set<String> ids = new LinkedHashSet<>();
            for (String name : idsAndCategories) {
                List<String> named = known.stream()
                        .filter(rule -> rule.id().equals(name) || isIn(name, rule))
                        .map(BreakingRule::id)
                        .toList();
                Optional<List<String>> replacements = RuleVersions.replacements(version, name);
                replacements.ifPresent(ids::addAll);
                replacements.ifPresent(rules -> notes.add(retired(name, rules)));
                if (named.isEmpty() && replacements.isEmpty()) {
                    problems.add(unknown(name));
                }
                ids.addAll(named);
            }
            return ids;
        }

        private boolean isIn(String category, BreakingRule rule) {
            return RuleVersions.categories(version, rule).stream()
                    .anyMatch(found -> found.name().equals(category));
        }

        private static String retired(String name, List<String> rules) {
            return rules.isEmpty()
                    ? "Rule %s finds nothing any more; remove it from the configuration.".formatted(name)
                    : "Rule %s finds nothing any more; %s %s read in its place."
                            .formatted(name, String.join(", ", rules), rules.size() == 1 ? "is" : "are");
        }

        private Problem unknown(String name) {
            return new Problem(
                    config.places().of(name),
                    "\"%s\" under \"breaking\" is no rule and no category of version %s.".formatted(name, version),
                    RuleVersions.remedy(name).orElseGet(() -> suggestion(name)));
        }

        private String suggestion(String name) {
            List<String> words = new ArrayList<>(RuleVersions.categories(version).stream()
                    .map(Category::name)
                    .toList());
            known.forEach(rule -> words.add(rule.id()));
            return (Suggestions.didYouMean(name, words) + " \"concordat rules\" lists them.").strip();
        }
    }
}
