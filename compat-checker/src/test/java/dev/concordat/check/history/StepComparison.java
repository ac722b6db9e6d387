package dev.concordat.check.history;

import dev.concordat.schema.ContractException;
import dev.concordat.schema.Schema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Asks both checkers about one step after the other, and counts. */
final class StepComparison {
    private final States states;
    private final Buf buf;
    private final List<RuleSet> ruleSets = RuleSet.all();
    private final Figures figures = new Figures();
    private final List<Disagreement> found = new ArrayList<>();
    private final List<Disagreement> disagreements = new ArrayList<>();
    private final Reasons reasons;

    StepComparison(States states, Buf buf, Reasons reasons) {
        this.states = states;
        this.buf = buf;
        this.reasons = reasons;
    }

    Figures figures() {
        return figures;
    }

    List<Disagreement> disagreements() {
        return disagreements;
    }

    void compare(Step step) throws IOException, InterruptedException {
        states.show(step);
        Answer expected = buf.answer(step, states);
        Concordat concordat = new Concordat(states);
        figures.addStep();
        found.clear();
        if (expected.refusal().isPresent()) {
            refused(step, expected.refusal().get(), concordat);
        } else {
            compare(step, expected, concordat);
        }
        explain(concordat);
    }

    /** What changed may compile where a file that did not change does not. */
    private void refused(Step step, String bufsWords, Concordat concordat) {
        try {
            concordat.whole();
            add("only buf refuses", bufsWords, step.toString());
        } catch (ContractException e) {
            figures.addRefused();
            if (concordat.answer(ruleSets.get(0)).refusal().isEmpty()) {
                add("only buf refuses what did not change", bufsWords, step.toString());
            }
        }
    }

    private void compare(Step step, Answer expected, Concordat concordat) {
        figures.addCompared();
        for (RuleSet rules : ruleSets) {
            Answer actual = concordat.answer(rules);
            if (actual.refusal().isPresent()) {
                add("only ours refuses", actual.refusal().get(), step.toString());
                return;
            }
            compare(step, rules, expected.of(rules.ids()::contains), actual);
        }
    }

    private void compare(Step step, RuleSet rules, Answer expected, Answer actual) {
        Map<Found, List<String>> missing = expected.without(actual);
        Map<Found, List<String>> more = actual.without(expected);
        add(step, "only buf, " + rules.name(), missing);
        add(step, "only ours, " + rules.name(), more);
        figures.addFindings(rules.name(), expected.size(), count(missing), count(more));
    }

    private void explain(Concordat concordat) {
        if (found.isEmpty()) {
            return;
        }
        Versions versions;
        try {
            versions = concordat.whole();
        } catch (ContractException e) {
            versions = new Versions(new Schema(List.of()), new Schema(List.of()));
        }
        for (Disagreement disagreement : found) {
            disagreements.add(disagreement.explainedBy(reasons, versions));
        }
    }

    private static int count(Map<Found, List<String>> findings) {
        return findings.values().stream().mapToInt(List::size).sum();
    }

    private void add(Step step, String who, Map<Found, List<String>> findings) {
        findings.forEach((place, messages) ->
                messages.forEach(message -> add(who + ", " + place.rule(), message, "%s %s".formatted(step, place))));
    }

    private void add(String kind, String message, String where) {
        found.add(Disagreement.of(kind, message, where));
    }
}
