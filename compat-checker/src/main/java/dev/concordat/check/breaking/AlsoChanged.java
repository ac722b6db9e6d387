package dev.concordat.check.breaking;

import dev.concordat.check.Violation;
import dev.concordat.schema.Field;
import dev.concordat.schema.Message;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What else changed of fields that are under another number now, or in a message of another name, which no rule compares there, and inside of them. */
final class AlsoChanged {
    /** They tell of numbers and names, as the story of a field that moved does. */
    private static final Set<String> TOLD_ALREADY = Set.of(FieldNumbers.RULE, RenamedFields.RULE);

    private final Comparison comparison;
    private final List<BreakingRule> rules;
    private final BiFunction<BreakingRule, Comparison, List<Finding>> find;

    /**
     * What rules would find.
     *
     * @param rules the rules that are on
     * @param find runs one of them
     */
    AlsoChanged(
            Comparison comparison, List<BreakingRule> rules, BiFunction<BreakingRule, Comparison, List<Finding>> find) {
        Set<String> ofFields = Stream.of(FieldRules.ALL, FieldValueRules.ALL)
                .flatMap(List::stream)
                .map(BreakingRule::id)
                .filter(id -> !TOLD_ALREADY.contains(id))
                .collect(Collectors.toSet());
        this.comparison = comparison;
        this.rules = rules.stream().filter(rule -> ofFields.contains(rule.id())).toList();
        this.find = find;
    }

    /**
     * The end of a message, which tells it; empty when nothing else changed.
     *
     * @param told what findings may be about that something else tells
     */
    String besides(List<Pair<Field>> moved, Set<Subject> told) {
        if (moved.isEmpty()) {
            return "";
        }
        Comparison ofMoved = comparison.ofFields(withInside(moved, told));
        List<Violation> changes = Violation.sorted(Consequences.told(rules.stream()
                .flatMap(rule -> find.apply(rule, ofMoved).stream())
                .filter(finding -> finding.subjects().stream().noneMatch(told::contains))
                .toList()));
        return changes.isEmpty()
                ? ""
                : Violation.BESIDES + changes.stream().map(Violation::message).collect(Collectors.joining(" "));
    }

    /** These fields, and those of the messages that took the place of others for them, however deep, unless something else tells of these. */
    private List<Pair<Field>> withInside(List<Pair<Field>> moved, Set<Subject> told) {
        List<Pair<Field>> fields = new ArrayList<>(moved);
        Set<Subject> seen = new HashSet<>(told);
        // The list grows while it is walked.
        for (int at = 0; at < fields.size(); at++) {
            Subject.Replaced types = RenamedMessages.types(fields.get(at));
            Message before = comparison.previous().message(types.previous());
            Message after = comparison.current().message(types.current());
            if (before != null
                    && after != null
                    && comparison.current().message(types.previous()) == null
                    && comparison.previous().message(types.current()) == null
                    && seen.add(types)) {
                RenamedMessages.collectFields(before, after, fields);
            }
        }
        return fields;
    }
}
