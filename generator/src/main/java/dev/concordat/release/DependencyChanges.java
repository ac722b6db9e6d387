package dev.concordat.release;

import dev.concordat.schema.ContractException;
import dev.concordat.schema.source.CommitId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the breaks of a module mean to one that imports it: a break as well where it uses a type that breaks, else a patch, so that its artifacts depend on
 * the new version. Where only its unstable packages use the type, it is a minor, as a break of theirs is. A dependency's break of an unstable package
 * concerns only who uses it, and all other changes nobody.
 */
final class DependencyChanges {
    private final ComparedContracts contracts;
    private final String modulePath;
    private final boolean unstable;

    /**
     * The changes for a module.
     *
     * @param unstable whether it consists of unstable packages only
     */
    DependencyChanges(ComparedContracts contracts, String modulePath, boolean unstable) {
        this.contracts = contracts;
        this.modulePath = modulePath;
        this.unstable = unstable;
    }

    /** The reasons for the module, from those that it imports, directly or not. */
    List<Reason> reasons(List<ModulePlan> dependencies) throws ContractException {
        List<Reason> reasons = new ArrayList<>();
        for (ModulePlan dependency : dependencies) {
            if (dependency.bump().isPresent()) {
                reason(dependency, dependency.bump().get()).ifPresent(reasons::add);
            }
        }
        return reasons;
    }

    private Optional<Reason> reason(ModulePlan dependency, Bump bump) throws ContractException {
        // What has a bump has a release before it.
        CommitId since = dependency.change().baseline().commit().orElseThrow();
        Set<String> broken = dependency.change().brokenTypes();
        Set<String> used = contracts.used(modulePath, broken, since);
        String moved = "%s moves to %s".formatted(dependency.id(), dependency.next());
        if (used.isEmpty()) {
            return bump == Bump.MAJOR ? Optional.of(Reason.of(Bump.PATCH, "depends on " + moved)) : Optional.empty();
        }
        Set<String> needed = unstable ? used : contracts.usedByStable(modulePath, used, since);
        String type = (needed.isEmpty() ? used : needed).iterator().next();
        return Optional.of(Reason.of(
                needed.isEmpty() ? Bump.MINOR : Bump.MAJOR, "uses %s, which breaks as %s".formatted(type, moved)));
    }
}
