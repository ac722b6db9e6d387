package dev.concordat.release;

import dev.concordat.check.reuse.EarlierRelease;
import dev.concordat.check.reuse.EarlierReleases;
import dev.concordat.check.reuse.GivenUp;
import dev.concordat.check.reuse.Use;
import dev.concordat.schema.ContractException;
import dev.concordat.schema.source.CommitId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What was ever released under the names that a module introduces: by the module itself, and by those that gave up something of such a name, from which
 * it may have moved here. Which these are, tell their last releases, as far as they are not what there is now, and the numbers that their tags name. The
 * numbers of extensions are looked for everywhere.
 */
final class OtherReleases {
    private final Ground ground;
    private final ModuleVersions versions;
    private final Map<ContractModule, Baseline> changed;
    /** By id, the subjects of which a module gave up numbers or names, once somebody asks. */
    private @Nullable Map<String, Set<String>> givenUp;

    /**
     * The releases of a repository.
     *
     * @param changed the modules that are not as they were released last, or gone, each with what it is compared with
     */
    OtherReleases(Ground ground, ModuleVersions versions, Map<ContractModule, Baseline> changed) {
        this.ground = ground;
        this.versions = versions;
        this.changed = changed;
    }

    /** What a module, or what it declares now, may have been released as. */
    EarlierReleases of(ContractModule module) {
        return uses -> lookUp(module, uses);
    }

    private EarlierReleases.Found lookUp(ContractModule module, Set<Use> uses) throws ContractException {
        List<EarlierRelease> releases = new ArrayList<>();
        Map<String, Set<Integer>> numbers = new HashMap<>();
        for (ContractModule source : sources(module, uses)) {
            NavigableMap<Version, CommitId> commits = ground.history().commits(source.id());
            EarlierReleases.Found found =
                    ground.earlier().released(source, commits).lookUp(uses);
            releases.addAll(found.releases());
            found.numbersByOwner()
                    .forEach((owner, some) -> numbers.computeIfAbsent(owner, unused -> new HashSet<>())
                            .addAll(some));
        }
        return new EarlierReleases.Found(releases, numbers);
    }

    /** The module itself, then the others, by id. */
    private List<ContractModule> sources(ContractModule module, Set<Use> uses) throws ContractException {
        Set<String> subjects = uses.stream().map(Use::subject).collect(Collectors.toSet());
        // Whoever extends a message may use up its numbers, and has them still.
        boolean extending = uses.stream().anyMatch(use -> use.kind() == Use.Kind.EXTENSION_NAME);
        List<ContractModule> sources = new ArrayList<>(List.of(module));
        for (Map.Entry<String, Set<String>> other : givenUp().entrySet()) {
            String id = other.getKey();
            // What only a retracted release had was given up without a word.
            boolean concerned =
                    extending || ground.history().hasRetracted(id) || !Collections.disjoint(other.getValue(), subjects);
            if (concerned && !id.equals(module.id())) {
                sources.add(ground.current().modules().stream()
                        .filter(found -> found.id().equals(id))
                        .findFirst()
                        .orElseGet(() -> ContractModule.gone(id)));
            }
        }
        return sources;
    }

    private Map<String, Set<String>> givenUp() throws ContractException {
        Map<String, Set<String>> known = givenUp;
        if (known == null) {
            known = new TreeMap<>();
            for (String id : ground.history().tagged()) {
                known.put(id, ground.history().retiredOwners(id));
            }
            for (Map.Entry<ContractModule, Baseline> entry : changed.entrySet()) {
                ContractModule module = entry.getKey();
                Set<String> subjects = known.get(module.id());
                if (subjects != null) {
                    Versions compared = versions.of(module, entry.getValue());
                    subjects.addAll(GivenUp.subjects(
                            compared.previous().filesOf(module.path()),
                            compared.current().ofModule(module.path())));
                }
            }
            givenUp = known;
        }
        return known;
    }
}
