package dev.concordat.pipeline;

import dev.concordat.generate.Coordinates;
import dev.concordat.release.Plan;
import dev.concordat.release.ReleaseTag;
import java.util.List;
import java.util.Optional;

/**
 * What publishing did.
 *
 * @param plan the state of the contracts; nothing was done when it is not acceptable
 * @param released the releases that were missing and are there now
 * @param snapshots the projects whose SNAPSHOTs were published
 * @param platform the platform that consumers import, when there is one
 */
public record PublishReport(
        Plan plan, List<ReleaseTag> released, List<Coordinates> snapshots, Optional<Coordinates> platform) {

    /** Copies the lists. */
    public PublishReport {
        released = List.copyOf(released);
        snapshots = List.copyOf(snapshots);
    }

    static PublishReport refused(Plan plan) {
        return new PublishReport(plan, List.of(), List.of(), Optional.empty());
    }
}
