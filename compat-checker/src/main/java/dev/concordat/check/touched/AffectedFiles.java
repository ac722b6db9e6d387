package dev.concordat.check.touched;

import dev.concordat.check.touched.KnownOutlines.Outlined;
import dev.concordat.schema.ContractException;
import dev.concordat.schema.ContractFile;
import dev.concordat.schema.config.WorkspaceListing;
import dev.concordat.schema.parse.WordSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Finds the files that are as they were and may mean something else or no longer compile, because of what changed in files that they import, or because
 * a changed file declares what they declare. A name can be written in one way only, so that a file which does not have it among its words has nothing to
 * do with it: what is found may be too much, and is never too little.
 */
final class AffectedFiles {
    private final WorkspaceListing listing;
    private final ExportChanges exports;
    private final ImportGraph graph;
    /** The files that are as they were. */
    private final List<Outlined> files;
    /** By the package around, the last names of packages that files came into: nothing else there may have them. */
    private final Map<String, Set<String>> packagesInside;

    /**
     * Reads the outlines of the files that did not change.
     *
     * @param unchanged their import paths
     * @param graph what changed files import; receives what the others do
     */
    AffectedFiles(WorkspaceListing listing, Set<String> unchanged, ExportChanges exports, ImportGraph graph)
            throws ContractException {
        this.listing = listing;
        this.exports = exports;
        this.graph = graph;
        this.files = KnownOutlines.of(listing, unchanged);
        for (Outlined file : files) {
            graph.add(file.path(), file.outline().imports(), file.outline().passedOn());
        }
        this.packagesInside = packagesInside();
    }

    private Set<String> packages() {
        return files.stream().map(file -> file.packageName()).collect(Collectors.toSet());
    }

    private Map<String, Set<String>> packagesInside() {
        Map<String, Set<String>> inside = new HashMap<>();
        exports.packagesEntered().values().stream()
                .flatMap(Set::stream)
                .forEach(name -> inside.computeIfAbsent(outer(name), unused -> new HashSet<>())
                        .add(last(name)));
        return inside;
    }

    private static String outer(String name) {
        return name.substring(0, Math.max(name.lastIndexOf('.'), 0));
    }

    private static String last(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /** The files that may be affected. */
    Set<String> find() throws ContractException {
        Set<String> affected = graph.reaching(exports.passedOn());
        affected.addAll(graph.importing(exports.gone()));
        Set<String> options = optionFiles();
        affected.addAll(graph.reaching(exports.changedValues(options)));
        affected.addAll(expandingAny());
        Map<String, Set<String>> near = namesNear();
        Set<String> left = exports.packagesLeft();
        Map<String, List<Set<String>>> asked = new ConcurrentHashMap<>();
        files.parallelStream()
                .filter(file -> !left.contains(file.packageName()) && !affected.contains(file.path()))
                .forEach(file -> {
                    List<Set<String>> wanted = wanted(file, near);
                    if (!wanted.isEmpty()) {
                        asked.put(file.path(), wanted);
                    }
                });
        files.stream()
                .filter(file -> left.contains(file.packageName()))
                .map(Outlined::path)
                .forEach(affected::add);
        affected.addAll(mentioning(asked, words()));
        // What an option has for a value is another type when a field's type is, of which its users need not have a
        // word.
        options.retainAll(affected);
        affected.addAll(graph.reaching(options));
        return affected;
    }

    /** All names that some file may not have among its words. */
    private WordSet words() {
        Set<String> words = new HashSet<>(exports.extendees());
        exports.added().values().forEach(words::addAll);
        packagesInside.values().forEach(words::addAll);
        exports.references().values().forEach(words::addAll);
        return new WordSet(words);
    }

    /** Those files that have a word among them which they may not have. */
    private Set<String> mentioning(Map<String, List<Set<String>>> asked, WordSet words) throws ContractException {
        return listing.read(asked.keySet()).parallelStream()
                .filter(file -> {
                    List<Set<String>> wanted = asked.getOrDefault(file.importPath(), List.of());
                    return words.isIn(file.text(), word -> isAmong(word, wanted));
                })
                .map(ContractFile::importPath)
                .collect(Collectors.toSet());
    }

    private static boolean isAmong(String word, List<Set<String>> names) {
        for (Set<String> some : names) {
            if (some.contains(word)) {
                return true;
            }
        }
        return false;
    }

    /** The names that a file may not have among its words: what is near it, what extends, what it can see of the change. */
    private List<Set<String>> wanted(Outlined file, Map<String, Set<String>> near) {
        List<Set<String>> wanted = new ArrayList<>();
        wanted.add(near.getOrDefault(file.packageName(), Set.of()));
        wanted.add(exports.extendees());
        for (String visible : graph.visibleFrom(file.path())) {
            wanted.add(exports.references().getOrDefault(visible, Set.of()));
            Set<String> entered = exports.packagesEntered().getOrDefault(visible, Set.of());
            if (!entered.isEmpty()) {
                wanted.add(hiding(entered, file));
            }
        }
        wanted.removeIf(Set::isEmpty);
        return wanted;
    }

    /** The files with a value of any type in their options, and a change among what they import. */
    private Set<String> expandingAny() {
        Set<String> expanding = files.stream()
                .filter(file -> file.outline().mayExpandAny())
                .map(Outlined::path)
                .collect(Collectors.toSet());
        if (!expanding.isEmpty()) {
            expanding.retainAll(graph.reaching(exports.paths()));
        }
        return expanding;
    }

    /** The last names of those packages that are inside of one which the file is in: what begins with them may mean something else. */
    private static Set<String> hiding(Set<String> packages, Outlined file) {
        Set<String> around = ExportChanges.withOuter(file.packageName());
        return packages.stream()
                .filter(name -> around.contains(outer(name)))
                .map(AffectedFiles::last)
                .collect(Collectors.toSet());
    }

    /** By package of a file that did not change, the names that it may declare as well: those that came there and around it, and packages in it. */
    private Map<String, Set<String>> namesNear() {
        Map<String, Set<String>> near = new HashMap<>();
        for (String name : packages()) {
            Set<String> names = new HashSet<>(packagesInside.getOrDefault(name, Set.of()));
            for (String outer : ExportChanges.withOuter(name)) {
                names.addAll(exports.added().getOrDefault(outer, Set.of()));
            }
            near.put(name, names);
        }
        return near;
    }

    /**
     * The files that decide what the values of options may be: those that declare extensions, of options or of messages that options have, and all that
     * they import.
     */
    private Set<String> optionFiles() {
        Set<String> options = new HashSet<>(exports.extending());
        files.stream()
                .filter(file -> file.outline().mayExtend())
                .map(Outlined::path)
                .forEach(options::add);
        options.addAll(graph.reachedFrom(options));
        return options;
    }
}
