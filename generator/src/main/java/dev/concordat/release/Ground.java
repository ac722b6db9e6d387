package dev.concordat.release;

import dev.concordat.schema.ContractException;
import dev.concordat.schema.Failure;
import dev.concordat.schema.config.BufYaml;
import dev.concordat.schema.config.CheckConfig;
import dev.concordat.schema.config.ModuleConfig;
import dev.concordat.schema.source.CommitId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a plan stands on: the contracts, what came before them, and the rules, which come from what is merged already.
 *
 * @param target the branch that the contracts are merged into, empty before the first commit
 * @param contracts the current and the earlier ones, as far as they are compared
 * @param rules the buf.yaml whose breaking rules hold
 * @param notes what a reader must know of where the rules come from
 */
record Ground(
        Revision current,
        Optional<TargetBranch> target,
        EarlierRevisions earlier,
        ComparedContracts contracts,
        ReleaseHistory history,
        BufYaml rules,
        List<String> notes) {

    static Ground of(
            Revision current,
            Optional<TargetBranch> target,
            EarlierRevisions earlier,
            ComparedContracts contracts,
            ReleaseHistory history)
            throws ContractException {
        List<String> notes = new ArrayList<>();
        BufYaml own = current.listing().configuration();
        own.notRun().forEach(name -> notes.add("buf.yaml names " + name + ", which concordat does not run."));
        if (target.isEmpty()) {
            return new Ground(current, target, earlier, contracts, history, own, notes);
        }
        CommitId fork = target.get().fork();
        // A change can neither drop that line for itself, nor is it exempt from the one that it brings.
        if (current.configuration().releasesRequired()
                || earlier.configuration(fork)
                        .filter(ConcordatYaml::releasesRequired)
                        .isPresent()) {
            requireReleases(history);
        }
        Optional<BufYaml> merged = earlier.rules(fork);
        Ground ground = new Ground(current, target, earlier, contracts, history, merged.orElse(own), notes);
        if (merged.isEmpty()) {
            notes.add("Commit " + fork.shortSha() + " has no buf.yaml, so the rules are those of this change.");
        } else if (ground.hasOtherRules()) {
            notes.add("The breaking rules are those of commit " + fork.shortSha()
                    + "; a change to them takes effect once it is merged.");
        }
        return ground;
    }

    private static void requireReleases(ReleaseHistory history) throws ContractException {
        if (history.ids().isEmpty()) {
            throw ContractException.of(
                    Failure.NO_ANSWER,
                    "This clone has no release tags, and concordat.yaml says \"releases: required\".",
                    "Run \"git fetch --tags origin\"; add that line only after the first release.");
        }
    }

    private boolean hasOtherRules() throws ContractException {
        for (ContractModule module : current.modules()) {
            if (!breaking(module).equals(own(module))) {
                return true;
            }
        }
        return false;
    }

    /** The breaking rules of a module: those of the module that had its id, wherever that was, and its own where none had. */
    CheckConfig breaking(ContractModule module) throws ContractException {
        Optional<ContractModule> merged =
                target.isPresent() ? earlier.module(target.get().fork(), module.id()) : Optional.empty();
        return merged.isPresent() ? breaking(rules, merged.get().path()) : own(module);
    }

    /** What a module says of itself; a module that is gone says what all do. */
    private CheckConfig own(ContractModule module) {
        return current.config(module.path()).map(ModuleConfig::breaking).orElseGet(rules::breaking);
    }

    private static CheckConfig breaking(BufYaml rules, String path) {
        return rules.modules().stream()
                .filter(module -> module.path().equals(path))
                .map(ModuleConfig::breaking)
                .findFirst()
                .orElse(rules.breaking());
    }
}
