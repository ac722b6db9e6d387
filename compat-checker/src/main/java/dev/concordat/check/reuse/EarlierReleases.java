package dev.concordat.check.reuse;

import dev.concordat.schema.ContractException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Everything that was ever released, on whichever branch, be it retracted since. */
public interface EarlierReleases {
    /**
     * Looks up who used numbers and names.
     *
     * @throws ContractException when the contracts of a release cannot be read, so that nobody knows
     */
    Found lookUp(Set<Use> uses) throws ContractException;

    /**
     * What the releases say.
     *
     * @param releases those that may hold one of the uses, the newest first
     * @param numbersByOwner by the full names of messages and enums, every number that a release gave to a field or value of theirs
     */
    record Found(List<EarlierRelease> releases, Map<String, Set<Integer>> numbersByOwner) {

        /** Keeps unchangeable copies. */
        public Found {
            releases = List.copyOf(releases);
            Map<String, Set<Integer>> copy = new LinkedHashMap<>();
            numbersByOwner.forEach((owner, numbers) -> copy.put(owner, Set.copyOf(numbers)));
            numbersByOwner = Collections.unmodifiableMap(copy);
        }
    }
}
