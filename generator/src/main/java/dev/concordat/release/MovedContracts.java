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
 * What came from other modules since what these are compared with. Their rules compare it with what it was, and tell of its numbers and names; that need not
 * be said again as a reuse, with another remedy.
 */
final class MovedContracts {
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
    MovedContracts(Ground ground, ModuleVersions versions, Map<ContractModule, Baseline> changed) {
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
        for (ContractModule other : changed.keySet()) {
            if (!other.equals(module)) {
                placesOf(other).forEach(place -> around(place, files).ifPresent(told::add));
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

    private List<Location> placesOf(ContractModule module) throws ContractException {
        List<Location> known = places.get(module);
        Baseline baseline = changed.getOrDefault(module, Baseline.of(Optional.empty(), Optional.empty()));
        if (known == null) {
            known = new ArrayList<>();
            if (baseline.commit().isPresent()) {
                Versions compared = versions.of(module, baseline);
                for (Violation violation :
                        rules.check(compared.previous(), compared.current(), module.path(), ground.breaking(module))) {
                    violation.location().ifPresent(known::add);
                    violation.constituents().stream()
                            .flatMap(part -> part.location().stream())
                            .forEach(known::add);
                }
            }
            places.put(module, known);
        }
        return known;
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
