package dev.concordat.check.breaking;

import dev.concordat.check.AtOnce;
import dev.concordat.check.Violation;
import dev.concordat.schema.ContractException;
import dev.concordat.schema.Schema;
import dev.concordat.schema.config.CheckConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/** Says what a change of contracts breaks. */
public final class BreakingChecker {
    private final boolean asItWas;

    /** A checker as buf is one: what is ignored, or in an unstable package, before the change or after it, is left out. */
    public BreakingChecker() {
        this(false);
    }

    private BreakingChecker(boolean asItWas) {
        this.asItWas = asItWas;
    }

    /** A checker for which a change cannot exempt anything from the rules by moving it: left out is what was ignored or unstable before. */
    public static BreakingChecker asItWas() {
        return new BreakingChecker(true);
    }

    /**
     * Compares two versions of a module, without what it imports.
     *
     * @param previous the previous contracts with all that they import
     * @param current the current contracts with all that they import
     * @param module the module to compare, empty for all of them
     * @param config the rules to apply and what to ignore; paths are import paths
     * @return the violations, sorted, without duplicates
     * @throws ContractException of kind CONFIGURATION, for an unknown rule or category
     */
    public List<Violation> check(Schema previous, Schema current, Optional<String> module, CheckConfig config)
            throws ContractException {
        return check(Part.ofModule(previous, module), Part.ofModule(current, module), config);
    }

    /**
     * Compares parts of two versions.
     *
     * @param config the rules to apply and what to ignore; paths are import paths
     * @return the violations, sorted, without duplicates
     * @throws ContractException of kind CONFIGURATION, for an unknown rule or category
     */
    public List<Violation> check(Part previous, Part current, CheckConfig config) throws ContractException {
        RuleSelection selection = RuleSelection.of(config);
        Comparison comparison = new Comparison(previous, current);
        Evidence evidence = new Evidence(comparison);
        Exemptions exemptions = new Exemptions(comparison, previous, current, config, selection.ignoreOnly(), asItWas);
        BiFunction<BreakingRule, Comparison, List<Finding>> find = (rule, compared) -> {
            Reporter reporter = new Reporter(rule.id());
            rule.check().run(compared, reporter);
            return reporter.findings().stream()
                    .filter(finding -> !exemptions.cover(
                            rule.id(),
                            finding.violation().location(),
                            finding.violation().previousLocation()))
                    .toList();
        };
        List<Finding> findings = selection.rules().parallelStream()
                .flatMap(rule -> find.apply(rule, comparison).stream())
                .map(evidence::attach)
                .toList();
        return Violation.sorted(Telling.tell(
                findings,
                comparison,
                selection.rules(),
                exemptions,
                evidence,
                new AlsoChanged(comparison, selection.rules(), find)));
    }

    /**
     * Compares parts of two versions, and what the previous one had with what other files have of it now, whosever they are: who reads old data, or calls a
     * service, does not care which module declares it.
     *
     * @param config the rules to apply and what to ignore; paths are import paths
     * @return the violations, sorted, without duplicates
     * @throws ContractException of kind CONFIGURATION, for an unknown rule or category
     */
    public List<Violation> checkWhereverItIs(Part previous, Part current, CheckConfig config) throws ContractException {
        AtOnce<List<Violation>, Set<String>> both = AtOnce.of(
                () -> check(previous, current, config), () -> MovedContracts.between(previous, current), unused -> {});
        List<Violation> violations = new ArrayList<>(both.first());
        Set<String> elsewhere = both.second();
        if (!elsewhere.isEmpty()) {
            List<Violation> found = check(previous, current.with(elsewhere), config);
            // Who sees where something went says more of it than who sees it go.
            violations.removeIf(violation -> found.stream().anyMatch(other -> isOfTheSame(violation, other)));
            violations.addAll(found);
        }
        return Violation.sorted(violations);
    }

    private static boolean isOfTheSame(Violation one, Violation other) {
        return one.ruleId().equals(other.ruleId()) && one.previousLocation().equals(other.previousLocation());
    }

    /** What the author of a configuration should know about it. */
    public List<String> notes(CheckConfig config) throws ContractException {
        return RuleSelection.of(config).notes();
    }
}
