package dev.concordat.release;

import dev.concordat.check.RetiredNumber;
import dev.concordat.check.Violation;
import java.util.List;
import java.util.Set;

/**
 * What happened to a module since its baseline.
 *
 * @param violations what breaks and was not accepted
 * @param accepted what breaks and was, as the tag will say it
 * @param reasons everything that changed, the breaks first
 * @param brokenTypes the full names of the messages and enums that break
 * @param retired the numbers that are in use no more
 * @param files how many files were compared
 * @param types how many messages, enums and services were compared
 */
public record ModuleChange(
        Baseline baseline,
        List<Violation> violations,
        List<String> accepted,
        List<Reason> reasons,
        Set<String> brokenTypes,
        List<RetiredNumber> retired,
        int files,
        int types) {

    /** Copies the collections. */
    public ModuleChange {
        violations = List.copyOf(violations);
        accepted = List.copyOf(accepted);
        reasons = List.copyOf(reasons);
        brokenTypes = Set.copyOf(brokenTypes);
        retired = List.copyOf(retired);
    }
}
