package dev.concordat.release;

import dev.concordat.check.Violation;
import dev.concordat.check.change.Change;
import dev.concordat.check.change.Changes;
import dev.concordat.schema.Location;
import dev.concordat.schema.ProtoFile;
import dev.concordat.schema.Schema;
import dev.concordat.schema.config.ImportedJar;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a module uses of contracts of third parties that break. */
final class ThirdPartyUse {
    private final Schema previous;
    private final Schema current;
    private final String module;
    private final Surroundings before;
    private final Surroundings now;
    private final BrokenTypes types;
    private @Nullable Set<String> used;
    private @Nullable Set<String> usedByStable;

    /**
     * The use in two versions.
     *
     * @param module the path of the module
     */
    ThirdPartyUse(Schema previous, Schema current, String module) {
        this.previous = previous;
        this.current = current;
        this.module = module;
        this.before = new Surroundings(previous);
        this.now = new Surroundings(current);
        this.types = new BrokenTypes(previous, current);
    }

    /** What the module uses and did use; nobody who depends on it knows what it did not use before. */
    private Set<String> used() {
        Set<String> known = used;
        if (known == null) {
            known = both(TypeReach.of(previous, module), TypeReach.of(current, module));
            used = known;
        }
        return known;
    }

    /** The same of the module's stable packages. */
    private Set<String> usedByStable() {
        Set<String> known = usedByStable;
        if (known == null) {
            known = both(TypeReach.ofStable(previous, module), TypeReach.ofStable(current, module));
            usedByStable = known;
        }
        return known;
    }

    private static Set<String> both(Set<String> some, Set<String> others) {
        Set<String> both = new TreeSet<>(some);
        both.retainAll(others);
        return both;
    }

    /** Whether a violation is in a file that no module of the workspace has. */
    boolean isIn(Violation violation) {
        Optional<ProtoFile> file = violation.location().isPresent()
                ? violation.location().flatMap(now::file)
                : violation.previousLocation().flatMap(before::file);
        return file.filter(found -> found.module().isEmpty()).isPresent();
    }

    /** What breaks of what the module uses there, though no rule looks at it. */
    List<Change> broken() {
        ThirdPartyFiles files = ThirdPartyFiles.of(module, previous, current);
        if (files.areTheSame()) {
            return List.of();
        }
        return Changes.broken(previous, current, new Schema(files.previous()), new Schema(files.current())).stream()
                .filter(change -> !both(brokenBy(change), used()).isEmpty())
                .toList();
    }

    /** Whether a violation is about a message or an enum that the module uses. */
    boolean isOfUsed(Violation violation) {
        return !both(brokenBy(violation), used()).isEmpty();
    }

    /** The same of the module's stable packages. */
    boolean isOfStablyUsed(Violation violation) {
        return !both(brokenBy(violation), usedByStable()).isEmpty();
    }

    /** Whether a change is about a message or an enum that the module's stable packages use. */
    boolean isOfStablyUsed(Change change) {
        return !both(brokenBy(change), usedByStable()).isEmpty();
    }

    /** What a plan says of a violation: which of the module's types breaks, and which jar it is from. */
    String told(Violation violation, Map<String, ImportedJar> jars) {
        return told(brokenBy(violation), place(violation), violation.message(), jars);
    }

    /** What a plan says of a change. */
    String told(Change change, Map<String, ImportedJar> jars) {
        return told(brokenBy(change), Optional.of(change.location()), change.description(), jars);
    }

    private String told(Set<String> broken, Optional<Location> place, String message, Map<String, ImportedJar> jars) {
        Set<String> stable = both(broken, usedByStable());
        Optional<String> type =
                (stable.isEmpty() ? both(broken, used()) : stable).stream().findFirst();
        String from = place.map(Location::path)
                .map(jars::get)
                .map(jar -> " of " + jar)
                .orElse("");
        return type.map(name -> "uses %s%s, which breaks: %s".formatted(name, from, message))
                .orElse(message);
    }

    private Set<String> brokenBy(Violation violation) {
        return types.of(List.of(violation));
    }

    private Set<String> brokenBy(Change change) {
        return types.ofChanges(List.of(change));
    }

    private static Optional<Location> place(Violation violation) {
        return violation.location().or(violation::previousLocation);
    }
}
