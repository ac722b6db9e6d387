package dev.concordat.check.breaking;

import dev.concordat.check.Violation;
import dev.concordat.schema.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects what one rule finds. */
final class Reporter {
    private final String ruleId;
    private final List<Finding> findings = new ArrayList<>();
    private Optional<Subject> subject = Optional.empty();

    Reporter(String ruleId) {
        this.ruleId = ruleId;
    }

    /** Says which numbered element the next reports are about. */
    void about(String owner, int number) {
        subject = Optional.of(new Subject(owner, number));
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
        findings.add(new Finding(Violation.of(ruleId, current, Optional.of(previous), message), subject));
    }
}
