package dev.concordat.release;

import dev.concordat.check.Violation;
import dev.concordat.schema.Problem;
import java.util.List;
import java.util.Optional;

/**
 * A module that buf.yaml names no more.
 *
 * @param previous its last release on this line
 * @param change what that breaks
 */
public record RemovedModule(ContractModule module, Optional<Release> previous, ModuleChange change) {

    /** What breaks and was not accepted. */
    public List<Violation> violations() {
        return change.violations();
    }

    /** That it is gone, and what to do. */
    public Problem problem() {
        String last =
                previous.map(release -> "was released as " + release.tag()).orElse("is on the target branch");
        return Problem.of(
                "Module \"%s\" %s, and buf.yaml names it no more.".formatted(module.id(), last),
                "Put \"%s\" back into buf.yaml, with its contracts: services depend on them. If it only has another directory now, write \"id: %s\" for that one in concordat.yaml."
                        .formatted(module.path(), module.id()));
    }
}
