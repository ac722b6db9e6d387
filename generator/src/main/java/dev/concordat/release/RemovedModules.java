package dev.concordat.release;

import dev.concordat.schema.ContractException;
import dev.concordat.schema.source.CommitId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The modules that were there and are gone. */
final class RemovedModules {
    private final Ground ground;
    private final Optional<CommitId> head;

    RemovedModules(Ground ground, Optional<CommitId> head) {
        this.ground = ground;
        this.head = head;
    }

    /** The modules that were released, or that the target branch has, and that buf.yaml names no more, each with what it was last; by id. */
    Map<ContractModule, Baseline> find() throws ContractException {
        Map<String, Baseline> gone = new TreeMap<>();
        Optional<CommitId> before = ground.target().flatMap(TargetBranch::before);
        if (before.isPresent()) {
            for (ContractModule module : ground.earlier().modules(before.get())) {
                gone.put(module.id(), Baseline.of(Optional.empty(), ground.target()));
            }
        }
        for (String id : ground.history().ids()) {
            // Where there are releases there is a commit.
            Optional<Release> release = ground.history().lastReachable(id, head.orElseThrow());
            release.ifPresent(found -> gone.put(id, Baseline.of(release, ground.target())));
        }
        gone.remove(Bom.ID);
        ground.current().modules().forEach(module -> gone.remove(module.id()));
        Map<ContractModule, Baseline> removed = new LinkedHashMap<>();
        for (Map.Entry<String, Baseline> module : gone.entrySet()) {
            removed.put(module(module.getKey(), module.getValue()), module.getValue());
        }
        return removed;
    }

    private ContractModule module(String id, Baseline baseline) throws ContractException {
        CommitId commit = baseline.commit()
                .orElseThrow(() -> new IllegalStateException("\"" + id + "\" is gone from no commit."));
        return ground.earlier().module(commit, id).orElseGet(() -> ContractModule.gone(id));
    }
}
