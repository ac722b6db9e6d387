package dev.concordat.release;

import dev.concordat.schema.ContractException;
import dev.concordat.schema.Failure;
import dev.concordat.schema.Import;
import dev.concordat.schema.Place;
import dev.concordat.schema.Position;
import dev.concordat.schema.Problem;
import dev.concordat.schema.ProtoFile;
import dev.concordat.schema.Schema;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which modules import which. */
final class ModuleGraph {
    private final Schema schema;
    private final Map<String, Map<String, Import>> imports = new TreeMap<>();

    ModuleGraph(Schema schema, Collection<String> modules) {
        this.schema = schema;
        modules.forEach(module -> imports.put(module, new TreeMap<>()));
        for (ProtoFile file : schema.ofModules().files()) {
            for (Import imported : file.imports()) {
                moduleOf(imported.path())
                        .filter(module -> !file.module().equals(Optional.of(module)))
                        .ifPresent(
                                module -> importsOf(file.module().orElseThrow()).putIfAbsent(module, imported));
            }
        }
    }

    /** The modules, each after those that it imports. */
    List<String> order() throws ContractException {
        List<String> ordered = new ArrayList<>();
        Set<String> open = new TreeSet<>(imports.keySet());
        while (!open.isEmpty()) {
            Optional<String> ready = open.stream()
                    .filter(module -> importsOf(module).keySet().stream().noneMatch(open::contains))
                    .findFirst();
            String next = ready.orElseThrow(() -> cyclic(open));
            ordered.add(next);
            open.remove(next);
        }
        return List.copyOf(ordered);
    }

    /** The files of other modules, and built-in ones, that a module imports, directly or not. */
    List<ProtoFile> reachedFiles(String module) {
        List<String> own =
                schema.ofModule(module).files().stream().map(ProtoFile::path).toList();
        return schema.reachableFrom(own).stream()
                .filter(file -> !file.module().equals(Optional.of(module)))
                .toList();
    }

    /** The other modules that a module imports, directly or not. */
    Set<String> reachedModules(String module) {
        Set<String> reached = new TreeSet<>();
        reachedFiles(module).forEach(file -> file.module().ifPresent(reached::add));
        return reached;
    }

    private Map<String, Import> importsOf(String module) {
        return imports.computeIfAbsent(module, added -> new TreeMap<>());
    }

    private Optional<String> moduleOf(String importPath) {
        return schema.file(importPath).flatMap(ProtoFile::module);
    }

    /** Every open module imports an open one, so walking along imports comes back to where it was. */
    private ContractException cyclic(Set<String> open) {
        Set<String> walked = new LinkedHashSet<>();
        String module = open.iterator().next();
        while (walked.add(module)) {
            module = nextOpen(module, open).getKey();
        }
        List<String> cycle = new ArrayList<>(walked);
        cycle = cycle.subList(cycle.indexOf(module), cycle.size());
        Import first = nextOpen(module, open).getValue();
        return new ContractException(
                Failure.CONTRACT,
                List.of(Problem.at(
                        placeOf(first),
                        "Modules import each other: " + String.join(" -> ", cycle) + " -> " + module + ".",
                        "Move what they share into a module of its own; released modules need an order.")));
    }

    private Map.Entry<String, Import> nextOpen(String module, Set<String> open) {
        return importsOf(module).entrySet().stream()
                .filter(imported -> open.contains(imported.getKey()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("\"" + module + "\" is ready and was not taken."));
    }

    private static Place placeOf(Import imported) {
        Position start = imported.location().startPosition();
        return new Place(imported.location().path(), start.line(), start.column());
    }
}
