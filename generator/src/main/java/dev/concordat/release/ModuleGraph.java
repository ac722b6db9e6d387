package dev.concordat.release;

import dev.concordat.schema.ContractException;
import dev.concordat.schema.Failure;
import dev.concordat.schema.Import;
import dev.concordat.schema.Place;
import dev.concordat.schema.Position;
import dev.concordat.schema.Problem;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which modules import which. */
final class ModuleGraph {
    private final Revision revision;
    private final Outlines outlines;

    /** By module, the modules that it imports, each with the first import of it. */
    private final Map<String, Map<String, First>> imports = new TreeMap<>();

    ModuleGraph(Revision revision) throws ContractException {
        this.revision = revision;
        this.outlines = revision.outlines();
        revision.modules().forEach(module -> imports.put(module.path(), new TreeMap<>()));
        for (String file : outlines.paths()) {
            String own = outlines.moduleOf(file).orElseThrow();
            for (String imported : outlines.imports(file)) {
                outlines.moduleOf(imported)
                        .filter(module -> !module.equals(own))
                        .ifPresent(module -> importsOf(own).putIfAbsent(module, new First(file, imported)));
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
            if (ready.isEmpty()) {
                throw cyclic(open);
            }
            String next = ready.get();
            ordered.add(next);
            open.remove(next);
        }
        return List.copyOf(ordered);
    }

    /** The other modules that a module imports, directly or not. */
    Set<String> reachedModules(String module) throws ContractException {
        Set<String> reached = new TreeSet<>();
        outlines.reachedFrom(module).forEach(file -> file.module().ifPresent(reached::add));
        return reached;
    }

    private Map<String, First> importsOf(String module) {
        return imports.computeIfAbsent(module, added -> new TreeMap<>());
    }

    /** Every open module imports an open one, so walking along imports comes back to where it was. */
    private ContractException cyclic(Set<String> open) throws ContractException {
        Set<String> walked = new LinkedHashSet<>();
        String module = open.iterator().next();
        while (walked.add(module)) {
            module = nextOpen(module, open).getKey();
        }
        List<String> cycle = new ArrayList<>(walked);
        cycle = cycle.subList(cycle.indexOf(module), cycle.size());
        First first = nextOpen(module, open).getValue();
        return new ContractException(
                Failure.CONTRACT,
                List.of(Problem.at(
                        placeOf(first),
                        "Modules import each other: " + String.join(" -> ", cycle) + " -> " + module + ".",
                        "Move what they share into a module of its own; released modules need an order.")));
    }

    private Map.Entry<String, First> nextOpen(String module, Set<String> open) {
        return importsOf(module).entrySet().stream()
                .filter(imported -> open.contains(imported.getKey()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("\"" + module + "\" is ready and was not taken."));
    }

    private Place placeOf(First first) throws ContractException {
        Import imported = revision.schema().file(first.file()).stream()
                .flatMap(file -> file.imports().stream())
                .filter(found -> found.path().equals(first.imported()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(first + " is gone."));
        Position start = imported.location().startPosition();
        return new Place(imported.location().path(), start.line(), start.column());
    }

    /** A file that imports one of another module. */
    private record First(String file, String imported) {}
}
