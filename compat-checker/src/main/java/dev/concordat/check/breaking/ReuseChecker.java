package dev.concordat.check.breaking;

import dev.concordat.check.Violation;
import dev.concordat.check.reuse.EarlierReleases;
import dev.concordat.check.reuse.Reuse;
import dev.concordat.check.reuse.ReuseSearch;
import dev.concordat.check.reuse.Use;
import dev.concordat.schema.ContractException;
import dev.concordat.schema.EnumType;
import dev.concordat.schema.Message;
import dev.concordat.schema.ProtoFile;
import dev.concordat.schema.Schema;
import dev.concordat.schema.Service;
import dev.concordat.schema.config.CheckConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Says which numbers and names a change uses again for something else, after they were released. */
public final class ReuseChecker {

    /**
     * Checks what is new in a part of the contracts.
     *
     * @param released the module's own contracts in the last release, of which only what no rule compares is looked up; empty before the first
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
            String rule = ReuseRules.ruleId(reuse.use().kind());
            List<String> ignored = new ArrayList<>(config.ignore());
            ignored.addAll(selection.ignoreOnly().getOrDefault(rule, List.of()));
            if (active.contains(rule)
                    && !isToldAsDeleted(reuse.use(), released, current.world(), active)
                    && !Exemptions.isSilent(reuse.file(), current, ignored, config)) {
                violations.add(Violation.of(rule, Optional.of(reuse.location()), Optional.empty(), reuse.message()));
            }
        }
        return Violation.sorted(violations);
    }

    /** Whether a rule says of a type of the last release that its name is something else's now, as it does where the file is still there, or of a package. */
    private static boolean isToldAsDeleted(Use use, Schema released, Schema current, Set<String> active) {
        if (use.kind() != Use.Kind.TYPE_NAME) {
            return false;
        }
        String name = use.key();
        Map<String, Optional<String>> fileByRule = Map.of(
                "MESSAGE_NO_DELETE", released.message(name).map(Message::file),
                "ENUM_NO_DELETE", released.enumType(name).map(EnumType::file),
                "SERVICE_NO_DELETE", released.service(name).map(Service::file));
        return fileByRule.entrySet().stream()
                .anyMatch(rule -> rule.getValue()
                        .filter(file -> active.contains("PACKAGE_" + rule.getKey())
                                || (active.contains(rule.getKey())
                                        && current.file(file).isPresent()))
                        .isPresent());
    }
}
