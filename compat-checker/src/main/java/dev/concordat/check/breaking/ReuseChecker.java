package dev.concordat.check.breaking;

import dev.concordat.check.Violation;
import dev.concordat.check.reuse.EarlierReleases;
import dev.concordat.check.reuse.Reuse;
import dev.concordat.check.reuse.ReuseSearch;
import dev.concordat.schema.ContractException;
import dev.concordat.schema.ProtoFile;
import dev.concordat.schema.Schema;
import dev.concordat.schema.config.CheckConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Says which numbers and names a change uses again for something else, after they were released. */
public final class ReuseChecker {

    /**
     * Checks what is new in a part of the contracts.
     *
     * @param released the module's own contracts in the last release, of which nothing is looked up; empty before the first
     * @param config the rules to apply and what to ignore; paths are import paths
     * @return the violations, sorted, without duplicates
     * @throws ContractException for an unknown rule or category, and when the contracts of a release cannot be read
     */
    public List<Violation> check(Schema released, Part current, CheckConfig config, EarlierReleases earlier)
            throws ContractException {
        RuleSelection selection = RuleSelection.of(config);
        Set<String> active = selection.rules().stream().map(BreakingRule::id).collect(Collectors.toSet());
        if (ReuseRules.ALL.stream().noneMatch(rule -> active.contains(rule.id()))) {
            return List.of();
        }
        List<ProtoFile> files = current.world().files().stream()
                .filter(file -> current.targets().contains(file.path()))
                .toList();
        List<Violation> violations = new ArrayList<>();
        for (Reuse reuse : ReuseSearch.find(released, current.world(), files, earlier)) {
            String rule = ReuseRules.ruleId(reuse.kind());
            List<String> ignored = new ArrayList<>(config.ignore());
            ignored.addAll(selection.ignoreOnly().getOrDefault(rule, List.of()));
            if (active.contains(rule) && !Exemptions.isSilent(reuse.file(), current, ignored, config)) {
                violations.add(Violation.of(rule, Optional.of(reuse.location()), Optional.empty(), reuse.message()));
            }
        }
        return Violation.sorted(violations);
    }
}
