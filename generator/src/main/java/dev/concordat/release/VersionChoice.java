package dev.concordat.release;

import dev.concordat.schema.ContractException;
import dev.concordat.schema.Failure;
import java.util.Optional;
import java.util.Set;

/**
 * Which version a release gets.
 *
 * @param id the module
 * @param taken the versions of all its tags, reachable or not
 */
record VersionChoice(String id, Set<Version> taken) {

    /** Copies the set. */
    VersionChoice {
        taken = Set.copyOf(taken);
    }

    /** The first version of a module: 1.0.0, or 0.1.0 while all its packages are unstable. */
    Version first(boolean unstable) throws ContractException {
        return free(unstable ? Version.FIRST_UNSTABLE : Version.FIRST, Bump.MAJOR);
    }

    /** The version after a release; a module below 1.0.0 reaches it with its first stable package. */
    Version after(Version previous, Bump bump, boolean unstable) throws ContractException {
        if (previous.major() == 0 && !unstable) {
            return free(Version.FIRST, Bump.MAJOR);
        }
        Optional<Version> wanted = previous.next(bump);
        return free(wanted.orElseThrow(() -> usedUp(previous)), bump);
    }

    /** The wanted version or the nearest of the same kind that no tag has: another branch may have released in between. */
    private Version free(Version wanted, Bump bump) throws ContractException {
        Version candidate = wanted;
        while (taken.contains(candidate)) {
            Version last = candidate;
            candidate = last.next(bump).orElseThrow(() -> usedUp(last));
        }
        return candidate;
    }

    private ContractException usedUp(Version last) {
        return ContractException.of(
                Failure.NO_ANSWER,
                "No version of \"" + id + "\" is left after " + last + ".",
                "Delete the release tags that were made by mistake.");
    }
}
