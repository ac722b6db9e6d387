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
        Rules rules = Rules.of(config, current);
        if (ReuseRules.ALL.stream().noneMatch(rule -> rules.active().contains(rule.id()))) {
            return List.of();
        }
        List<ProtoFile> files = current.world().files().stream()
                .filter(file -> current.targets().contains(file.path()))
                .toList();
        List<Violation> violations = new ArrayList<>();
        for (Reuse reuse : ReuseSearch.find(released, current.world(), files, earlier)) {
            String rule = ReuseRules.ruleId(reuse.use().kind());
            if (rules.tell(rule, reuse.file()) && !isToldAsDeleted(reuse.use(), released, rules)) {
                violations.add(Violation.of(rule, Optional.of(reuse.location()), Optional.empty(), reuse.message()));
            }
        }
        return Violation.sorted(violations);
    }

    /** Whether a rule says of a type of the last release that its name is something else's now, as it does where the file is still there, or of a package. */
    private static boolean isToldAsDeleted(Use use, Schema released, Rules rules) {
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
                        .flatMap(released::file)
                        .filter(file -> rules.tell("PACKAGE_" + rule.getKey(), file)
                                || (rules.tell(rule.getKey(), file)
                                        && rules.current()
                                                .world()
                                                .file(file.path())
                                                .isPresent()))
                        .isPresent());
    }

    /** Which rules are active, and where. */
    private record Rules(Set<String> active, Map<String, List<String>> ignoreOnly, CheckConfig config, Part current) {
        static Rules of(CheckConfig config, Part current) throws ContractException {
            RuleSelection selection = RuleSelection.of(config);
            Set<String> active =
                    selection.rules().stream().map(BreakingRule::id).collect(Collectors.toSet());
            return new Rules(active, selection.ignoreOnly(), config, current);
        }

        /** Whether a rule is active, and not silent in a file. */
        boolean tell(String rule, ProtoFile file) {
            List<String> ignored = new ArrayList<>(config.ignore());
            ignored.addAll(ignoreOnly.getOrDefault(rule, List.of()));
            return active.contains(rule) && !Exemptions.isSilent(file, current, ignored, config);
        }
    }
}
