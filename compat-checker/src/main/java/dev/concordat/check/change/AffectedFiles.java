package dev.concordat.check.change;

import dev.concordat.schema.BuiltInContracts;
import dev.concordat.schema.ContractFile;
import dev.concordat.schema.SourceText;
import dev.concordat.schema.parse.FileOutline;
import dev.concordat.schema.parse.WordSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds the files that are as they were and may mean something else or no longer compile, because of what changed in files that they import, or because
 * a changed file declares what they declare. A name can be written in one way only, so that a file which does not have it among its words has nothing to
 * do with it: what is found may be too much, and is never too little.
 */
final class AffectedFiles {
    private final ExportChanges exports;
    private final ImportGraph graph;
    /** The files that are as they were. */
    private final List<Unchanged> files;
    /** By the package around, the last names of packages that nothing was in before: inside of it they may hide others. */
    private final Map<String, Set<String>> newPackages;

    /**
     * Reads the outlines of the files that did not change.
     *
     * @param graph what changed files import; receives what the others do
     */
    AffectedFiles(List<ContractFile> unchanged, ExportChanges exports, ImportGraph graph) {
        this.exports = exports;
        this.graph = graph;
        this.files = unchanged.parallelStream()
                .map(file -> new Unchanged(file, FileOutline.of(file.text())))
                .toList();
        for (Unchanged file : files) {
            graph.add(file.path(), file.outline().imports(), file.outline().passedOn());
        }
        this.newPackages = newPackages();
    }

    private Set<String> packages() {
        return files.stream().map(file -> file.outline().packageName()).collect(Collectors.toSet());
    }

    private Map<String, Set<String>> newPackages() {
        Set<String> known = new HashSet<>();
        packages().forEach(name -> known.addAll(withOuter(name)));
        exports.packagesBefore().forEach(name -> known.addAll(withOuter(name)));
        Map<String, Set<String>> found = new HashMap<>();
        for (String added : exports.packagesNew()) {
            for (String name : withOuter(added)) {
                if (!known.contains(name)) {
                    int dot = name.lastIndexOf('.');
                    found.computeIfAbsent(name.substring(0, Math.max(dot, 0)), unused -> new HashSet<>())
                            .add(name.substring(dot + 1));
                }
            }
        }
        return found;
    }

    /** A package and those that it is in, the root included. */
    private static Set<String> withOuter(String packageName) {
        Set<String> names = new HashSet<>(Set.of(""));
        for (int end = packageName.length(); end > 0; end = packageName.lastIndexOf('.', end - 1)) {
            names.add(packageName.substring(0, end));
        }
        return names;
    }

    /** The files that may be affected. */
    Set<String> find() {
        Set<String> affected = graph.reaching(exports.passedOn());
        affected.addAll(graph.importing(exports.gone()));
        Map<String, Set<String>> fields = optionFields();
        Set<String> reachingFields = graph.reaching(fields.keySet());
        Set<String> fieldNames = fields.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
        Map<String, Set<String>> near = namesNear();
        Set<String> gone = exports.packagesGone();
        Set<String> packages = packages();
        packages.removeIf(name -> !isInNamesake(name) && !gone.contains(name));
        WordSet words = words(near, fieldNames);
        files.parallelStream()
                .filter(file -> packages.contains(file.outline().packageName())
                        || mentions(
                                file,
                                words,
                                wanted(file, near, reachingFields.contains(file.path()) ? fieldNames : Set.of())))
                .map(Unchanged::path)
                .forEachOrdered(affected::add);
        return affected;
    }

    /** All names that some file may not have among its words. */
    private WordSet words(Map<String, Set<String>> near, Set<String> fieldNames) {
        Set<String> words = new HashSet<>(exports.extendees());
        words.addAll(fieldNames);
        near.values().forEach(words::addAll);
        exports.references().values().forEach(words::addAll);
        return new WordSet(words);
    }

    /** Whether a name of these is among the words of a file. */
    private static boolean mentions(Unchanged file, WordSet words, List<Set<String>> names) {
        return !names.isEmpty()
                && words.isIn(file.text(), word -> {
                    for (Set<String> some : names) {
                        if (some.contains(word)) {
                            return true;
                        }
                    }
                    return false;
                });
    }

    /** The names that a file may not have among its words: what is near it, what extends, what it can see of the change. */
    private List<Set<String>> wanted(Unchanged file, Map<String, Set<String>> near, Set<String> fieldNames) {
        List<Set<String>> wanted = new ArrayList<>();
        wanted.add(near.getOrDefault(file.outline().packageName(), Set.of()));
        wanted.add(exports.extendees());
        wanted.add(fieldNames);
        if (!exports.references().isEmpty()) {
            for (String visible : graph.visibleFrom(file.path())) {
                wanted.add(exports.references().getOrDefault(visible, Set.of()));
            }
        }
        wanted.removeIf(Set::isEmpty);
        return wanted;
    }

    /** Whether a declaration that came has the name of the package, or of one that it is in. */
    private boolean isInNamesake(String packageName) {
        return withOuter(packageName).stream().anyMatch(name -> {
            int dot = name.lastIndexOf('.');
            return exports.added()
                    .getOrDefault(name.substring(0, Math.max(dot, 0)), Set.of())
                    .contains(name.substring(dot + 1));
        });
    }

    /** By package of a file that did not change, the names near it: those that it may declare too, and new packages that it is around of. */
    private Map<String, Set<String>> namesNear() {
        Map<String, Set<String>> inside = new HashMap<>();
        exports.added()
                .forEach((packageName, added) -> withOuter(packageName)
                        .forEach(outer -> inside.computeIfAbsent(outer, unused -> new HashSet<>())
                                .addAll(added)));
        Map<String, Set<String>> near = new HashMap<>();
        for (String name : packages()) {
            Set<String> names = new HashSet<>(inside.getOrDefault(name, Set.of()));
            for (String outer : withOuter(name)) {
                names.addAll(exports.added().getOrDefault(outer, Set.of()));
                names.addAll(newPackages.getOrDefault(outer, Set.of()));
            }
            near.put(name, names);
        }
        return near;
    }

    /** The fields that the values of options may name: those of messages that a file which declares options can reach. */
    private Map<String, Set<String>> optionFields() {
        if (exports.fields().isEmpty()) {
            return Map.of();
        }
        Set<String> declaring = new HashSet<>(exports.optionFiles());
        WordSet options = new WordSet(ExportChanges.OPTIONS);
        Set<String> able = seeingOptions();
        files.parallelStream()
                .filter(file -> able.contains(file.path())
                        && FileOutline.mayExtend(file.text())
                        && options.isIn(file.text(), ExportChanges.OPTIONS::contains))
                .map(Unchanged::path)
                .forEachOrdered(declaring::add);
        declaring.addAll(graph.reachedFrom(declaring));
        Map<String, Set<String>> fields = new HashMap<>(exports.fields());
        fields.keySet().retainAll(declaring);
        return fields;
    }

    /** The files that can see the messages which options extend. What is outside of the workspace may pass them on, unless protobuf declares it. */
    private Set<String> seeingOptions() {
        Set<String> inside = exports.paths();
        files.forEach(file -> inside.add(file.path()));
        Set<String> sources = graph.imported().stream()
                .filter(path ->
                        !inside.contains(path) && BuiltInContracts.find(path).isEmpty())
                .collect(Collectors.toSet());
        sources.add(BuiltInContracts.DESCRIPTOR);
        Set<String> seeing = graph.seeing(sources);
        seeing.add(BuiltInContracts.DESCRIPTOR);
        return seeing;
    }

    /** A file that did not change. */
    private record Unchanged(ContractFile file, FileOutline outline) {
        String path() {
            return file.importPath();
        }

        SourceText text() {
            return file.text();
        }
    }
}
