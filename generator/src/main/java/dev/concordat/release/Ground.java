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
        if (earlier.configuration(fork).filter(ConcordatYaml::releasesRequired).isPresent()) {
            requireReleases(history);
        }
        Optional<BufYaml> merged = earlier.rules(fork);
        if (merged.isEmpty()) {
            notes.add("Commit " + fork.shortSha() + " has no buf.yaml, so the rules are those of this change.");
        } else if (differ(merged.get(), own)) {
            notes.add("The breaking rules are those of commit " + fork.shortSha()
                    + "; a change to them takes effect once it is merged.");
        }
        return new Ground(current, target, earlier, contracts, history, merged.orElse(own), notes);
    }

    private static void requireReleases(ReleaseHistory history) throws ContractException {
        if (history.ids().isEmpty()) {
            throw ContractException.of(
                    Failure.NO_ANSWER,
                    "This clone has no release tags, and concordat.yaml says \"releases: required\".",
                    "Run \"git fetch --tags\"; add that line only after the first release.");
        }
    }

    private static boolean differ(BufYaml one, BufYaml other) {
        return other.modules().stream()
                .anyMatch(module -> !breaking(one, module.path()).equals(module.breaking()));
    }

    /** The breaking rules of a module. */
    CheckConfig breaking(String path) {
        return current.config(path)
                .filter(module ->
                        rules.modules().stream().noneMatch(known -> known.path().equals(path)))
                .map(ModuleConfig::breaking)
                .orElseGet(() -> breaking(rules, path));
    }

    private static CheckConfig breaking(BufYaml rules, String path) {
        return rules.modules().stream()
                .filter(module -> module.path().equals(path))
                .map(ModuleConfig::breaking)
                .findFirst()
                .orElse(rules.breaking());
    }
}
