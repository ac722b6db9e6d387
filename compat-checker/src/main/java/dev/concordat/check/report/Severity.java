package dev.concordat.check.report;

import dev.concordat.check.Category;
import dev.concordat.check.Rule;
import dev.concordat.check.breaking.BreakingRule;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How bad it is, the worst first: what is shown when a format cannot show everything. */
enum Severity {
    /** Nothing can be said of the contracts, because they do not compile. */
    COMPILE("must be mended before anything is compared", "everything", 100),
    /** A change may not be merged, whatever its contracts say. */
    GATE("must be mended before the change is merged", "the gate", 100),
    /** Messages that were sent or stored are read wrongly. */
    BINARY("can break binary messages", "binary", 90),
    /** JSON texts that were sent or stored are read wrongly. */
    JSON("can break JSON messages", "JSON", 60),
    /** Generated code changes, so that programs which use it must. */
    SOURCE("can break generated code", "code", 30);

    /** The rules that a report may name, by id. */
    static final Map<String, Rule> RULES =
            BreakingRule.all().stream().collect(Collectors.toUnmodifiableMap(BreakingRule::id, Function.identity()));

    private static final Map<String, Severity> BY_ID =
            RULES.values().stream().collect(Collectors.toUnmodifiableMap(Rule::id, Severity::derive));

    private final String described;
    private final String breaks;
    private final int rank;

    Severity(String described, String breaks, int rank) {
        this.described = described;
        this.breaks = breaks;
        this.rank = rank;
    }

    /** How bad it can be to break a rule. */
    static Severity of(String ruleId) {
        return switch (ruleId) {
            case Entry.COMPILE -> COMPILE;
            case Entry.PROBLEM -> GATE;
            default -> BY_ID.getOrDefault(ruleId, SOURCE);
        };
    }

    /** What the least strict category asks for that has the rule, or has a less strict form of it. */
    private static Severity derive(Rule strict) {
        Set<Category> categories = RULES.values().stream()
                .filter(rule -> isFormOf(rule.id(), strict.id()))
                .flatMap(rule -> rule.categories().stream())
                .collect(Collectors.toSet());
        return categories.contains(Category.WIRE) || categories.contains(Category.LOSSY)
                ? BINARY
                : categories.contains(Category.WIRE_JSON) ? JSON : SOURCE;
    }

    /** Who breaks FIELD_SAME_TYPE may well break FIELD_WIRE_COMPATIBLE_TYPE, too, and would be told so if that rule were on. */
    private static boolean isFormOf(String id, String strictId) {
        return id.equals(strictId)
                || id.startsWith(strictId + "_UNLESS_")
                || id.equals(strictId.replace("_SAME_", "_WIRE_COMPATIBLE_"))
                || id.equals(strictId.replace("_SAME_", "_WIRE_JSON_COMPATIBLE_"));
    }

    /** What such entries do, after their number. */
    String described() {
        return described;
    }

    /** What breaks, in one word. */
    String breaks() {
        return breaks;
    }

    /** The rank in a SARIF log, from 0 to 100. */
    int rank() {
        return rank;
    }
}
