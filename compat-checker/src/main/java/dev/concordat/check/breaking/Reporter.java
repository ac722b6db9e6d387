package dev.concordat.check.breaking;

import dev.concordat.check.Violation;
import dev.concordat.schema.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects what one rule finds. */
final class Reporter {
    private final String ruleId;
    private final List<Finding> findings;
    private final List<Subject> subjects;

    Reporter(String ruleId) {
        this(ruleId, new ArrayList<>(), List.of());
    }

    private Reporter(String ruleId, List<Finding> findings, List<Subject> subjects) {
        this.ruleId = ruleId;
        this.findings = findings;
        this.subjects = subjects;
    }

    /** A reporter to the same collection, for what is about this too. */
    Reporter about(Subject subject) {
        return about(List.of(subject));
    }

    /** The same for several. */
    Reporter about(List<Subject> more) {
        List<Subject> all = new ArrayList<>(subjects);
        all.addAll(more);
        return new Reporter(ruleId, findings, List.copyOf(all));
    }

    /** Reports a violation at a place in the current contracts. */
    void report(Location current, Location previous, String message) {
        add(Optional.of(current), previous, message);
    }

    /** Reports a violation whose file is gone. */
    void reportGone(Location previous, String message) {
        add(Optional.empty(), previous, message);
    }

    List<Finding> findings() {
        return findings;
    }

    private void add(Optional<Location> current, Location previous, String message) {
        findings.add(new Finding(Violation.of(ruleId, current, Optional.of(previous), message), subjects));
    }
}
