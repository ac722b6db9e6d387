package dev.concordat.release;

import dev.concordat.schema.ContractException;
import dev.concordat.schema.source.CommitId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the breaks of a module mean to the modules that import it: a break as well where they use a type that breaks, else
 * a patch, so that their artifacts depend on the new version. All other changes of a dependency carry over to nobody.
 */
final class DependencyChanges {
    private final ComparedContracts contracts;

    DependencyChanges(ComparedContracts contracts) {
        this.contracts = contracts;
    }

    /** The reasons for a module, from the modules that it imports, directly or not. */
    List<Reason> reasons(String modulePath, List<ModulePlan> dependencies) throws ContractException {
        List<Reason> reasons = new ArrayList<>();
        for (ModulePlan dependency : dependencies) {
            if (dependency.bump().equals(Optional.of(Bump.MAJOR))) {
                reasons.add(reason(modulePath, dependency));
            }
        }
        return reasons;
    }

    private Reason reason(String modulePath, ModulePlan dependency) throws ContractException {
        // What has a bump has a release before it.
        CommitId since = dependency.change().baseline().commit().orElseThrow();
        Set<String> broken = contracts.used(modulePath, dependency.change().brokenTypes(), since);
        String moved = "%s moves to %s".formatted(dependency.id(), dependency.next());
        return broken.isEmpty()
                ? Reason.of(Bump.PATCH, "depends on " + moved)
                : Reason.of(
                        Bump.MAJOR,
                        "uses %s, which breaks as %s"
                                .formatted(broken.iterator().next(), moved));
    }
}
