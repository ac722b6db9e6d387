package dev.concordat.release;

import dev.concordat.check.Violation;
import dev.concordat.check.breaking.BreakingChecker;
import dev.concordat.check.breaking.Part;
import dev.concordat.schema.ContractException;
import dev.concordat.schema.EnumType;
import dev.concordat.schema.Field;
import dev.concordat.schema.Message;
import dev.concordat.schema.ProtoFile;
import dev.concordat.schema.Schema;
import dev.concordat.schema.Service;
import dev.concordat.schema.config.CheckConfig;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Checks a module by breaking rules: that its contracts are still there, and what became of those that another module has now. Who reads old data, or
 * calls a service, does not care which module declares it. What it uses of third parties, no module here declares.
 */
final class ModuleRules {
    private final BreakingChecker checker = BreakingChecker.asItWas();

    /** What breaks between two versions of a module. */
    List<Violation> check(Schema previous, Schema current, String path, CheckConfig config) throws ContractException {
        Part before = Part.ofModule(previous, Optional.of(path));
        Part after = Part.ofModule(current, Optional.of(path));
        List<Violation> violations = new ArrayList<>(checker.check(before, after, config));
        Set<String> targets = new LinkedHashSet<>(after.targets());
        if (targets.addAll(holders(previous.ofModule(path), current))) {
            Part everywhere = new Part(current, targets, Set.of(), Set.of());
            List<Violation> found = checker.check(before, everywhere, config);
            // Who sees where something went says more of it than who sees it go.
            violations.removeIf(violation -> found.stream().anyMatch(other -> isOfTheSame(violation, other)));
            violations.addAll(found);
        }
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
        Schema before = new Schema(files.previous());
        Set<String> targets = new LinkedHashSet<>(holders(before, current));
        files.current().forEach(file -> targets.add(file.path()));
        List<Violation> found = checker.check(
                new Part(previous, paths(files.previous()), Set.of(), Set.of()),
                new Part(current, targets, Set.of(), Set.of()),
                config);
        ThirdPartyUse use = new ThirdPartyUse(previous, current, path);
        return found.stream()
                .filter(config.ignoreUnstablePackages() ? use::isOfStablyUsed : use::isOfUsed)
                .toList();
    }

    private static Set<String> paths(List<ProtoFile> files) {
        return files.stream().map(ProtoFile::path).collect(Collectors.toSet());
    }

    private static boolean isOfTheSame(Violation one, Violation other) {
        return one.ruleId().equals(other.ruleId()) && one.previousLocation().equals(other.previousLocation());
    }

    /** The files that have what a module had, whosever they are. */
    private static List<String> holders(Schema before, Schema current) {
        Set<String> extensions =
                before.extensions().stream().map(Field::fullName).collect(Collectors.toSet());
        return Stream.of(
                        before.files().stream()
                                .flatMap(file -> current.file(file.path()).map(ProtoFile::path).stream()),
                        before.messages().stream()
                                .flatMap(type -> current.message(type.fullName()).map(Message::file).stream()),
                        before.enums().stream()
                                .flatMap(type -> current.enumType(type.fullName()).map(EnumType::file).stream()),
                        before.services().stream()
                                .flatMap(type -> current.service(type.fullName()).map(Service::file).stream()),
                        current.files().stream()
                                .filter(file -> file.extensions().stream()
                                        .anyMatch(extension -> extensions.contains(extension.fullName())))
                                .map(ProtoFile::path))
                .flatMap(paths -> paths)
                .toList();
    }
}
