package dev.concordat.release;

import dev.concordat.check.Violation;
import dev.concordat.schema.ContractException;
import dev.concordat.schema.Element;
import dev.concordat.schema.Location;
import dev.concordat.schema.ProtoFile;
import dev.concordat.schema.Schema;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Tells which reuses rules tell already: of what came from other modules since what these are compared with. Their rules compare it with what it was, and
 * tell of its numbers and names; that need not be said again as a reuse, with another remedy. What was gone by then no rule knows.
 */
final class ToldReuses {
    private final Ground ground;
    private final ModuleVersions versions;
    private final Map<ContractModule, Baseline> changed;
    private final ModuleRules rules = new ModuleRules();
    private final Map<ContractModule, List<Location>> places = new HashMap<>();

    /**
     * The contracts of a repository.
     *
     * @param changed the modules that are not as they were released last, or gone, each with what it is compared with
     */
    ToldReuses(Ground ground, ModuleVersions versions, Map<ContractModule, Baseline> changed) {
        this.ground = ground;
        this.versions = versions;
        this.changed = changed;
    }

    /**
     * Those reuses of a module that the rules of no other module tell, since they find nothing at the field, value or rpc, or compare it with what did not
     * have the number or name either.
     */
    List<Violation> untold(ContractModule module, Schema current, Search search, List<Violation> reused)
            throws ContractException {
        if (reused.isEmpty()) {
            return reused;
        }
        Map<String, ProtoFile> files = new HashMap<>();
        current.filesOf(module.path()).forEach(file -> files.put(file.text().path(), file));
        List<Violation> untold = new ArrayList<>(reused);
        for (Map.Entry<ContractModule, Baseline> other : changed.entrySet()) {
            if (!other.getKey().equals(module)) {
                untold.removeAll(toldBy(other.getKey(), other.getValue(), files, search, untold));
            }
        }
        return untold;
    }

    private List<Violation> toldBy(
            ContractModule other,
            Baseline baseline,
            Map<String, ProtoFile> files,
            Search search,
            List<Violation> reused)
            throws ContractException {
        Set<Element> found = new HashSet<>();
        placesOf(other, baseline).forEach(place -> around(place, files).ifPresent(found::add));
        List<Violation> told = new ArrayList<>(reused);
        told.removeIf(reuse -> reuse.location()
                .flatMap(place -> around(place, files))
                .filter(found::contains)
                .isEmpty());
        if (!told.isEmpty()) {
            Schema compared = versions.of(other, baseline).previous().ofModule(other.path());
            List<Violation> unknown = search.since(compared);
            told.removeIf(reuse -> unknown.stream()
                    .anyMatch(one -> one.ruleId().equals(reuse.ruleId())
                            && one.location().equals(reuse.location())));
        }
        return told;
    }

    /** Where the rules of a module find something. */
    private List<Location> placesOf(ContractModule module, Baseline baseline) throws ContractException {
        List<Location> known = places.get(module);
        if (known == null) {
            known = baseline.commit().isPresent() ? placesOf(module, versions.of(module, baseline)) : List.of();
            places.put(module, known);
        }
        return known;
    }

    private List<Location> placesOf(ContractModule module, Versions compared) throws ContractException {
        List<Location> found = new ArrayList<>();
        for (Violation violation :
                rules.check(compared.previous(), compared.current(), module.path(), ground.breaking(module))) {
            violation.location().ifPresent(found::add);
            violation.constituents().stream()
                    .flatMap(part -> part.location().stream())
                    .forEach(found::add);
        }
        return found;
    }

    /** The innermost field, value or rpc around a place. */
    private static Optional<Element> around(Location place, Map<String, ProtoFile> files) {
        ProtoFile file = files.get(place.path());
        return file == null
                ? Optional.empty()
                : parts(new Schema(List.of(file)))
                        .filter(part -> part.location().start() <= place.start()
                                && place.end() <= part.location().end())
                        .min(Comparator.comparing(
                                part -> part.location().end() - part.location().start()));
    }

    private static Stream<Element> parts(Schema file) {
        return Stream.of(
                        file.messages().stream().flatMap(message -> message.fields().stream()),
                        file.extensions().stream(),
                        file.enums().stream().flatMap(enumType -> enumType.values().stream()),
                        file.services().stream().flatMap(service -> service.rpcs().stream()))
                .flatMap(parts -> parts);
    }

    /** Finds the reuses among the numbers and names of a module that some earlier contracts do not have. */
    interface Search {
        /** Those that these contracts do not have. */
        List<Violation> since(Schema released) throws ContractException;
    }
}
