package dev.concordat.check.input;

import dev.concordat.check.Violation;
import java.util.List;

/**
 * What a comparison found.
 *
 * @param violations the violations, sorted
 * @param notes what else there is to know, a sentence each
 * @param roots how the paths of the two inputs differ
 */
public record BreakingResult(List<Violation> violations, List<String> notes, InputRoots roots) {

    /** Keeps unchangeable copies. */
    public BreakingResult {
        violations = List.copyOf(violations);
        notes = List.copyOf(notes);
    }

    /** The same of inputs with these roots. */
    BreakingResult between(InputRoots others) {
        return new BreakingResult(violations, notes, others);
    }
}
