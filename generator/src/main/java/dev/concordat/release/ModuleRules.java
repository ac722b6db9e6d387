package dev.concordat.release;

import dev.concordat.check.Violation;
import dev.concordat.check.breaking.BreakingChecker;
import dev.concordat.check.breaking.Part;
import dev.concordat.schema.ContractException;
import dev.concordat.schema.ProtoFile;
import dev.concordat.schema.Schema;
import dev.concordat.schema.config.CheckConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Checks a module by breaking rules: that its contracts are still there, and what became of those that another module has now. What it uses of third
 * parties, no module here declares.
 */
final class ModuleRules {
    private static final String REMEDY =
            "Keep the version that was imported before, or waive it; the contract is somebody else's.";

    private final BreakingChecker checker = BreakingChecker.asItWas();

    /** What breaks between two versions of a module. */
    List<Violation> check(Schema previous, Schema current, String path, CheckConfig config) throws ContractException {
        Part before = Part.ofModule(previous, Optional.of(path));
        Part after = Part.ofModule(current, Optional.of(path));
        List<Violation> violations = new ArrayList<>(checker.checkWhereverItIs(before, after, config));
        violations.addAll(checkThirdParties(previous, current, path, config));
        return Violation.sorted(violations);
    }

    /** What breaks of what a module uses of third parties: nobody else here looks at it, and whoever depends on the module depends on it. */
    private List<Violation> checkThirdParties(Schema previous, Schema current, String path, CheckConfig config)
            throws ContractException {
        ThirdPartyFiles files = ThirdPartyFiles.of(path, previous, current);
        if (files.areTheSame()) {
            return List.of();
        }
        ThirdPartyUse use = new ThirdPartyUse(previous, current, path);
        return checker
                .checkWhereverItIs(part(previous, files.previous()), part(current, files.current()), config)
                .stream()
                .filter(config.ignoreUnstablePackages() ? use::isOfStablyUsed : use::isOfUsed)
                .map(violation -> use.isIn(violation) ? violation.withRemedy(REMEDY) : violation)
                .toList();
    }

    private static Part part(Schema schema, List<ProtoFile> files) {
        return new Part(schema, files.stream().map(ProtoFile::path).collect(Collectors.toSet()), Set.of(), Set.of());
    }
}
