package dev.concordat.release;

import dev.concordat.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the breaks of a module mean to the modules that import it: a break as well where they use a type that breaks, else
 * a patch, so that their artifacts depend on the new version. All other changes of a dependency carry over to nobody.
 */
final class DependencyChanges {
    private DependencyChanges() {}

    /** The reasons for a module, from the modules that it imports, directly or not. */
    static List<Reason> reasons(Schema current, String modulePath, List<ModulePlan> dependencies) {
        List<Reason> reasons = new ArrayList<>();
        for (ModulePlan dependency : dependencies) {
            if (dependency.bump().equals(Optional.of(Bump.MAJOR))) {
                reasons.add(reason(TypeReach.of(current, modulePath), dependency));
            }
        }
        return reasons;
    }

    private static Reason reason(Set<String> used, ModulePlan dependency) {
        Set<String> broken = new TreeSet<>(dependency.change().brokenTypes());
        broken.retainAll(used);
        String moved = "%s moves to %s".formatted(dependency.id(), dependency.next());
        return broken.isEmpty()
                ? Reason.of(Bump.PATCH, "depends on " + moved)
                : Reason.of(
                        Bump.MAJOR,
                        "uses %s, which breaks as %s"
                                .formatted(broken.iterator().next(), moved));
    }
}
