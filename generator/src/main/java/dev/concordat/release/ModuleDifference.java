package dev.concordat.release;

import dev.concordat.check.Change;
import dev.concordat.check.Change.Kind;
import dev.concordat.check.Changes;
import dev.concordat.check.RetiredNumber;
import dev.concordat.check.Violation;
import dev.concordat.check.breaking.PackageVersion;
import dev.concordat.check.breaking.Part;
import dev.concordat.schema.Location;
import dev.concordat.schema.ProtoFile;
import dev.concordat.schema.Schema;
import dev.concordat.schema.config.ImportedJar;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Two versions of a module, and how far each difference moves its version.
 *
 * @param previous the previous contracts of the workspace, at least those that a difference can touch
 * @param current the current ones, as many
 * @param path the module
 * @param unstable whether it consists of unstable packages only
 * @param violations what breaks by the rules that are configured
 * @param tolerated what breaks by the default rules only
 * @param jars by import path, the jars that files of third parties are from
 * @param stablyUsed those messages and enums of unstable packages that break and that its stable packages use
 */
record ModuleDifference(
        Schema previous,
        Schema current,
        String path,
        boolean unstable,
        List<Violation> violations,
        List<Violation> tolerated,
        Map<String, ImportedJar> jars,
        Set<String> stablyUsed) {

    /** The same with what the module's stable packages use. */
    ModuleDifference withStablyUsed(Set<String> types) {
        return new ModuleDifference(previous, current, path, unstable, violations, tolerated, jars, types);
    }

    /** Everything that changed, the breaks first; empty when no file differs. */
    List<Reason> reasons() {
        List<Reason> reasons = new ArrayList<>(breaks());
        BrokenTypes types = new BrokenTypes(previous, current);
        Optional<ThirdPartyUse> use = thirdPartyUse(tolerated);
        tolerated.forEach(violation -> reasons.add(
                use.filter(found -> found.isIn(violation)).isPresent()
                        ? reason(violation, use.get())
                        : reason(violation, types)));
        for (Change change : changes().changes()) {
            Optional<Location> place = Optional.of(change.location());
            if (change.kind() == Kind.BROKEN) {
                reasons.add(Reason.at(bump(place), change.description(), place));
            } else if (change.kind() != Kind.DELETED) {
                // Semantic Versioning 2.0.0, item 7: a deprecation is a minor as well.
                reasons.add(Reason.at(Bump.MINOR, change.description(), place));
            } else if (violations.isEmpty() && tolerated.isEmpty()) {
                reasons.add(Reason.at(Bump.MAJOR, change.description(), place));
            }
        }
        return reasons.isEmpty() ? rewritten() : reasons;
    }

    /** Of a type of third parties it matters who uses it, not whether they call it unstable. */
    private Reason reason(Violation violation, ThirdPartyUse use) {
        Bump bump = unstable || use.isOfStablyUsed(violation) ? Bump.MAJOR : Bump.MINOR;
        return Reason.at(bump, use.told(violation, jars), placed(violation));
    }

    /** What breaks by the rules that are configured; what two of them find at the same place is one reason. */
    List<Reason> breaks() {
        Optional<ThirdPartyUse> use = thirdPartyUse(violations);
        return violations.stream()
                .map(violation -> Reason.at(Bump.MAJOR, told(violation, use), placed(violation)))
                .distinct()
                .toList();
    }

    /** What the module uses of third parties, empty where nothing of that breaks. */
    private Optional<ThirdPartyUse> thirdPartyUse(List<Violation> some) {
        if (some.isEmpty()) {
            return Optional.empty();
        }
        ThirdPartyUse use = new ThirdPartyUse(previous, current, path);
        return some.stream().anyMatch(use::isIn) ? Optional.of(use) : Optional.empty();
    }

    private String told(Violation violation, Optional<ThirdPartyUse> use) {
        return use.filter(found -> found.isIn(violation))
                .map(found -> found.told(violation, jars))
                .orElse(violation.message());
    }

    /** Data of a stable package holds that of the types that it uses, whatever package these are in. */
    private Reason reason(Violation violation, BrokenTypes types) {
        Bump bump = bump(before(violation));
        Optional<String> used = bump == Bump.MAJOR
                ? Optional.empty()
                : types.of(List.of(violation)).stream()
                        .filter(stablyUsed::contains)
                        .findFirst();
        return used.isPresent()
                ? Reason.at(
                        Bump.MAJOR,
                        "%s A stable package uses %s.".formatted(violation.message(), used.get()),
                        placed(violation))
                : Reason.at(bump, violation.message(), placed(violation));
    }

    /** The messages and enums that break, those of unstable packages included. */
    Set<String> brokenTypes() {
        return new BrokenTypes(previous, current)
                .of(Stream.concat(violations.stream(), tolerated.stream()).toList());
    }

    /** Those of unstable packages that may break. */
    Set<String> unstableTypes() {
        List<Violation> minors = Stream.concat(violations.stream(), tolerated.stream())
                .filter(violation -> bump(before(violation)) == Bump.MINOR)
                .toList();
        return minors.isEmpty() ? Set.of() : new BrokenTypes(previous, current).of(minors);
    }

    /** The numbers that were given up. */
    List<RetiredNumber> retired() {
        return changes().retired();
    }

    /** The files that the module has no more. */
    Set<String> goneFiles() {
        Schema now = current.ofModule(path);
        return previous.ofModule(path).files().stream()
                .map(ProtoFile::path)
                .filter(file -> now.file(file).isEmpty())
                .collect(Collectors.toSet());
    }

    /** How many messages, enums and services these files had. */
    int goneTypes() {
        return Part.ofModule(previous, Optional.of(path)).typeCount(goneFiles());
    }

    /** Files whose text changed and nothing that a consumer sees as a type. */
    private List<Reason> rewritten() {
        Schema before = previous.ofModule(path);
        List<Reason> reasons = new ArrayList<>();
        for (ProtoFile file : current.ofModule(path).files()) {
            boolean same = before.file(file.path())
                    .filter(found ->
                            Arrays.equals(found.text().bytes(), file.text().bytes()))
                    .isPresent();
            if (!same) {
                reasons.add(Reason.at(Bump.PATCH, "comments, options or layout changed", Optional.of(file.location())));
            }
        }
        return reasons;
    }

    /** A package that was marked unstable may break; a module of nothing else is below 1.0.0 and says so in its minor number. */
    private Bump bump(Optional<Location> place) {
        boolean unstablePackage = place.flatMap(location -> Stream.of(current, previous)
                        .flatMap(schema -> schema.files().stream())
                        .filter(file -> file.text().path().equals(location.path()))
                        .findFirst())
                .filter(file -> PackageVersion.isUnstable(file.packageName().value()))
                .isPresent();
        return unstablePackage && !unstable ? Bump.MINOR : Bump.MAJOR;
    }

    private static Optional<Location> before(Violation violation) {
        return violation.previousLocation().or(violation::location);
    }

    private Changes changes() {
        return Changes.between(previous, current, path);
    }

    private static Optional<Location> placed(Violation violation) {
        return violation.location().or(violation::previousLocation);
    }
}
