package dev.concordat.release;

import dev.concordat.check.Violation;
import java.util.List;
import java.util.Optional;

/**
 * What a release does to a module.
 *
 * @param previous its last release on this line
 * @param due whether it is to be released
 * @param bump how far its version moves, empty for a first release and when it is not due
 * @param next the version that it has after the release; of a module that is not due, the one it has
 * @param why what decided it, the largest bump first
 * @param change what happened to its contracts
 * @param inputs what decides the content of its artifacts
 * @param dependencies the other modules that it imports, directly or not, at the version they have after the release
 */
public record ModulePlan(
        ContractModule module,
        Optional<Release> previous,
        boolean due,
        Optional<Bump> bump,
        Version next,
        List<Reason> why,
        ModuleChange change,
        InputDigest inputs,
        List<ReleaseTag> dependencies) {

    /** Copies the lists. */
    public ModulePlan {
        why = List.copyOf(why);
        dependencies = List.copyOf(dependencies);
    }

    /** The module's id. */
    public String id() {
        return module.id();
    }

    /** The module's path in buf.yaml. */
    public String modulePath() {
        return module.path();
    }

    /** What breaks and was not accepted. */
    public List<Violation> violations() {
        return change.violations();
    }

    /** The tag it is, or is to be, released with. */
    public ReleaseTag tag() {
        return new ReleaseTag(id(), next);
    }
}
