package dev.concordat.check.breaking;

import dev.concordat.check.Violation;
import dev.concordat.schema.ContractException;
import dev.concordat.schema.ProtoFile;
import dev.concordat.schema.Schema;
import dev.concordat.schema.config.CheckConfig;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says what a change of contracts breaks. */
public final class BreakingChecker {

    /**
     * Compares two versions.
     *
     * @param previous the previous contracts with all that they import
     * @param current the current contracts with all that they import
     * @param module the module to compare, empty for all of them
     * @param config the rules to apply and what to ignore; paths are relative to buf.yaml
     * @return the violations, sorted, without duplicates
     * @throws ContractException of kind CONFIGURATION, for an unknown rule or category
     */
    public List<Violation> check(Schema previous, Schema current, Optional<String> module, CheckConfig config)
            throws ContractException {
        List<BreakingRule> rules = RuleSelection.select(config);
        Map<String, List<String>> ignoreOnly = new HashMap<>();
        for (Map.Entry<String, List<String>> entry : config.ignoreOnly().entrySet()) {
            for (String id : RuleSelection.expand(List.of(entry.getKey()))) {
                ignoreOnly.computeIfAbsent(id, key -> new ArrayList<>()).addAll(entry.getValue());
            }
        }
        Comparison comparison = new Comparison(previous, current, module);
        List<Finding> findings = new ArrayList<>();
        for (BreakingRule rule : rules) {
            Reporter reporter = new Reporter(rule.id());
            rule.check().run(comparison, reporter);
            List<String> ignored = new ArrayList<>(config.ignore());
            ignored.addAll(ignoreOnly.getOrDefault(rule.id(), List.of()));
            reporter.findings().stream()
                    .filter(finding -> !isIgnored(finding.violation(), comparison, ignored, config))
                    .forEach(findings::add);
        }
        Set<String> active = rules.stream().map(BreakingRule::id).collect(Collectors.toSet());
        return Renumbering.tell(findings, comparison, active).stream()
                .distinct()
                .sorted()
                .toList();
    }

    private static boolean isIgnored(
            Violation violation, Comparison comparison, List<String> ignored, CheckConfig config) {
        return Stream.of(violation.location(), violation.previousLocation())
                .flatMap(Optional::stream)
                .map(comparison::fileOf)
                .anyMatch(file -> ignored.stream().anyMatch(path -> covers(path, file))
                        || (config.ignoreUnstablePackages()
                                && PackageVersion.isUnstable(file.packageName().value())));
    }

    private static boolean covers(String ignored, ProtoFile file) {
        String module = file.module().orElse(".");
        String path = module.equals(".") ? file.path() : module + "/" + file.path();
        return ignored.equals(".") || path.equals(ignored) || path.startsWith(ignored + "/");
    }
}
