package dev.concordat.release;

import dev.concordat.schema.ContractException;
import dev.concordat.schema.source.CommitId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Finds the modules that were there and are gone. */
final class RemovedModules {
    private final Ground ground;
    private final Optional<CommitId> head;
    private final ModuleComparison comparison;

    RemovedModules(Ground ground, Optional<CommitId> head, ModuleComparison comparison) {
        this.ground = ground;
        this.head = head;
        this.comparison = comparison;
    }

    /** The modules that were released, or that the target branch has, and that buf.yaml names no more; by id. */
    List<RemovedModule> find() throws ContractException {
        Map<String, Baseline> gone = new TreeMap<>();
        Optional<CommitId> before = ground.target().flatMap(TargetBranch::before);
        if (before.isPresent()) {
            for (ContractModule module : ground.earlier().modules(before.get())) {
                gone.put(module.id(), Baseline.of(Optional.empty(), ground.target()));
            }
        }
        for (String id : ground.history().ids()) {
            Optional<Release> release =
                    head.isPresent() ? ground.history().lastReachable(id, head.get()) : Optional.empty();
            release.ifPresent(found -> gone.put(id, Baseline.of(release, ground.target())));
        }
        gone.remove(Bom.ID);
        ground.current().modules().forEach(module -> gone.remove(module.id()));
        List<RemovedModule> removed = new ArrayList<>();
        for (Map.Entry<String, Baseline> module : gone.entrySet()) {
            removed.add(removed(module.getKey(), module.getValue()));
        }
        return removed;
    }

    private RemovedModule removed(String id, Baseline baseline) throws ContractException {
        CommitId commit = baseline.commit()
                .orElseThrow(() -> new IllegalStateException("\"" + id + "\" is gone from no commit."));
        ContractModule module = ground.earlier().modules(commit).stream()
                .filter(found -> found.id().equals(id))
                .findFirst()
                .orElseGet(() -> new ContractModule(id, id, "", "", ""));
        return new RemovedModule(module, baseline.release(), comparison.compare(module, baseline));
    }
}
