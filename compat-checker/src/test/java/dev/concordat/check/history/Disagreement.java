package dev.concordat.check.history;

import java.util.Optional;

/**
 * What one of the two says and the other does not.
 *
 * @param kind who says what: the checker, the rules that are on, the rule
 * @param message the words
 * @param where the step, and the place in the contracts
 * @param row the first cell of the row of the documentation that explains it, empty when none does
 */
record Disagreement(String kind, String message, String where, Optional<String> row) {

    /** A disagreement that nothing explains yet. */
    static Disagreement of(String kind, String message, String where) {
        return new Disagreement(kind, message, where, Optional.empty());
    }

    /** The same with what the list of reasons says. */
    Disagreement explainedBy(Reasons reasons, Versions versions) {
        return new Disagreement(kind, message, where, reasons.of(this, versions));
    }

    /** Kind and words, which the list of reasons is about. */
    String text() {
        return kind + ": " + message;
    }

    @Override
    public String toString() {
        return "%s: %s: %s".formatted(kind, where, message);
    }
}
