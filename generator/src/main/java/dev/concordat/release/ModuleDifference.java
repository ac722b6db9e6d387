package dev.concordat.release;

import dev.concordat.check.Violation;
import dev.concordat.check.breaking.PackageVersion;
import dev.concordat.check.breaking.Part;
import dev.concordat.check.change.Change;
import dev.concordat.check.change.Changes;
import dev.concordat.check.change.RetiredNumber;
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
import java.util.TreeSet;
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
 * @param changes what the module declares otherwise
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
        Changes changes,
        Map<String, ImportedJar> jars,
        Set<String> stablyUsed) {

    /** The same with what the module's stable packages use. */
    ModuleDifference withStablyUsed(Set<String> types) {
        return new ModuleDifference(previous, current, path, unstable, violations, tolerated, changes, jars, types);
    }

    /** Everything that changed, the breaks first; empty when no file differs. */
    List<Reason> reasons() {
        List<Reason> reasons = new ArrayList<>(breaks());
        BrokenTypes types = new BrokenTypes(previous, current);
        ThirdPartyUse use = thirdPartyUse();
        tolerated.forEach(
                violation -> reasons.add(use.isIn(violation) ? reason(violation, use) : reason(violation, types)));
        use.broken().forEach(change -> reasons.add(reason(change, use)));
        changes.changes().forEach(change -> reasons.add(reason(change, types)));
        return reasons.isEmpty() ? rewritten() : reasons;
    }

    private Reason reason(Change change, BrokenTypes types) {
        Optional<Location> place = Optional.of(change.location());
        return switch (change.kind()) {
            case BROKEN -> {
                Optional<String> used = usedByStable(types.ofChanges(List.of(change)));
                yield used.isPresent()
                        ? Reason.at(
                                Bump.MAJOR,
                                "%s, and a stable package uses %s".formatted(change.description(), used.get()),
                                place)
                        : Reason.at(bump(place), change.description(), place);
            }
            case BROKEN_FOR_CONTRACTS -> Reason.at(bump(place), change.description(), place);
            // Semantic Versioning 2.0.0, item 7: a deprecation is a minor as well.
            case ADDED, DEPRECATED -> Reason.at(Bump.MINOR, change.description(), place);
        };
    }

    /** Of a type of third parties it matters who uses it, not whether they call it unstable. */
    private Reason reason(Violation violation, ThirdPartyUse use) {
        Bump bump = unstable || use.isOfStablyUsed(violation) ? Bump.MAJOR : Bump.MINOR;
        return Reason.at(bump, use.told(violation, jars), placed(violation));
    }

    private Reason reason(Change change, ThirdPartyUse use) {
        Bump bump = unstable || use.isOfStablyUsed(change) ? Bump.MAJOR : Bump.MINOR;
        return Reason.at(bump, use.told(change, jars), Optional.of(change.location()));
    }

    /** What breaks by the rules that are configured; what two of them find at the same place is one reason. */
    List<Reason> breaks() {
        ThirdPartyUse use = thirdPartyUse();
        return violations.stream()
                .map(violation -> Reason.at(
                        Bump.MAJOR,
                        use.isIn(violation) ? use.told(violation, jars) : violation.message(),
                        placed(violation)))
                .distinct()
                .toList();
    }

    private ThirdPartyUse thirdPartyUse() {
        return new ThirdPartyUse(previous, current, path);
    }

    private Reason reason(Violation violation, BrokenTypes types) {
        Optional<String> used = usedByStable(types.of(List.of(violation)));
        return used.isPresent()
                ? Reason.at(
                        Bump.MAJOR,
                        "%s A stable package uses %s.".formatted(violation.message(), used.get()),
                        placed(violation))
                : Reason.at(bump(before(violation)), violation.message(), placed(violation));
    }

    /** Data of a stable package holds that of the types that it uses, whatever package these are in. */
    private Optional<String> usedByStable(Set<String> broken) {
        return broken.stream().filter(stablyUsed::contains).findFirst();
    }

    /** The messages and enums that break, those of unstable packages and of third parties included. */
    Set<String> brokenTypes() {
        BrokenTypes types = new BrokenTypes(previous, current);
        Set<String> broken = new TreeSet<>(
                types.of(Stream.concat(violations.stream(), tolerated.stream()).toList()));
        broken.addAll(types.ofChanges(changes.broken()));
        broken.addAll(types.ofChanges(thirdPartyUse().broken()));
        return broken;
    }

    /** Those of unstable packages that may break. */
    Set<String> unstableTypes() {
        List<Violation> violated = Stream.concat(violations.stream(), tolerated.stream())
                .filter(violation -> bump(before(violation)) == Bump.MINOR)
                .toList();
        List<Change> changed = changes.broken().stream()
                .filter(change -> bump(Optional.of(change.location())) == Bump.MINOR)
                .toList();
        BrokenTypes types = new BrokenTypes(previous, current);
        Set<String> broken = new TreeSet<>(types.of(violated));
        broken.addAll(types.ofChanges(changed));
        return broken;
    }

    /** The numbers that were given up. */
    List<RetiredNumber> retired() {
        return changes.retired();
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

    private static Optional<Location> placed(Violation violation) {
        return violation.location().or(violation::previousLocation);
    }
}
