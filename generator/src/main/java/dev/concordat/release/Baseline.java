package dev.concordat.release;

import dev.concordat.schema.source.CommitId;
import java.util.Optional;

/**
 * What a module is compared with.
 *
 * @param commit the commit, empty when there is nothing before
 * @param release the release that it is, if it is one
 * @param description what it is, for a sentence
 */
public record Baseline(Optional<CommitId> commit, Optional<Release> release, String description) {
    private static final Baseline NONE =
            new Baseline(Optional.empty(), Optional.empty(), "nothing, because there is no commit before");

    /** The last release, else what the target branch says. */
    static Baseline of(Optional<Release> release, Optional<TargetBranch> target) {
        if (release.isPresent()) {
            return new Baseline(
                    release.map(Release::commit), release, release.get().tag().name());
        }
        return target.filter(found -> found.before().isPresent())
                .map(found -> new Baseline(found.before(), Optional.empty(), found.description()))
                .orElse(NONE);
    }
}
