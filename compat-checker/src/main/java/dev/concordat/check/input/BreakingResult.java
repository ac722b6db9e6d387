package dev.concordat.check.input;

import dev.concordat.check.Violation;
import java.util.List;

/**
 * What a comparison found.
 *
 * @param violations the violations, sorted
 * @param notes what else there is to know, a sentence each
 */
public record BreakingResult(List<Violation> violations, List<String> notes) {

    /** Keeps unchangeable copies. */
    public BreakingResult {
        violations = List.copyOf(violations);
        notes = List.copyOf(notes);
    }
}
