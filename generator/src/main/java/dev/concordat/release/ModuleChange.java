package dev.concordat.release;

import dev.concordat.check.Violation;
import dev.concordat.check.change.RetiredNumber;
import dev.concordat.schema.Problem;
import java.util.List;
import java.util.Set;

/**
 * What happened to a module since its baseline.
 *
 * @param breaks what breaks and was not accepted
 * @param accepted what breaks and was, as the tag will say it
 * @param reasons everything that changed, the breaks first
 * @param brokenTypes the full names of the messages and enums that break
 * @param retired the numbers that are in use no more
 * @param unusable what keeps its Java classes from being used
 * @param files how many files were compared, those that are gone among them
 * @param types how many messages, enums and services the module has, and how many those files had
 */
public record ModuleChange(
        Baseline baseline,
        List<Break> breaks,
        List<String> accepted,
        List<Reason> reasons,
        Set<String> brokenTypes,
        List<RetiredNumber> retired,
        List<Problem> unusable,
        int files,
        int types) {

    /** Copies the collections. */
    public ModuleChange {
        breaks = List.copyOf(breaks);
        accepted = List.copyOf(accepted);
        reasons = List.copyOf(reasons);
        brokenTypes = Set.copyOf(brokenTypes);
        retired = List.copyOf(retired);
        unusable = List.copyOf(unusable);
    }

    /** What breaks and was not accepted. */
    public List<Violation> violations() {
        return breaks.stream().map(Break::violation).toList();
    }
}
