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
 * tell of its numbers and names; that need not be said again as a reuse, with another remedy.
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

    /** Those reuses of a module at whose field, value or rpc no rule of another module finds something. */
    List<Violation> untold(ContractModule module, List<Violation> reused, Schema current) throws ContractException {
        if (reused.isEmpty()) {
            return reused;
        }
        Map<String, ProtoFile> files = new HashMap<>();
        current.filesOf(module.path()).forEach(file -> files.put(file.text().path(), file));
        Set<Element> told = new HashSet<>();
        for (Map.Entry<ContractModule, Baseline> other : changed.entrySet()) {
            if (!other.getKey().equals(module)) {
                placesOf(other.getKey(), other.getValue())
                        .forEach(place -> around(place, files).ifPresent(told::add));
            }
        }
        return reused.stream()
                .filter(violation -> violation
                        .location()
                        .flatMap(place -> around(place, files))
                        .filter(told::contains)
                        .isEmpty())
                .toList();
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
}
