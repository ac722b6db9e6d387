package dev.concordat.check.change;

import dev.concordat.schema.ContractFile;
import dev.concordat.schema.parse.FileOutline;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds the files that are as they were and may mean something else or no longer compile, because of what changed in files that they import, or because
 * a changed file declares what they declare. A name can be written in one way only, so that a file which does not have it among its words has nothing to
 * do with it: what is found may be too much, and is never too little.
 */
final class AffectedFiles {
    private final ExportChanges exports;
    private final ImportGraph graph;
    /** By path, of the files that are as they were. */
    private final Map<String, FileOutline> outlines;
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
        this.outlines = outlines(unchanged, exports.words());
        outlines.forEach((path, outline) -> graph.add(path, outline.imports(), outline.passedOn()));
        this.newPackages = newPackages();
        if (!newPackages.isEmpty()) {
            Set<String> names =
                    newPackages.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
            outlines(unchanged, names)
                    .forEach((path, outline) -> outlines.merge(path, outline, (one, other) -> {
                        Set<String> mentioned = new HashSet<>(one.mentioned());
                        mentioned.addAll(other.mentioned());
                        return new FileOutline(one.packageName(), one.imports(), one.passedOn(), mentioned);
                    }));
        }
    }

    private static Map<String, FileOutline> outlines(List<ContractFile> files, Set<String> words) {
        return new TreeMap<>(files.parallelStream()
                .collect(Collectors.toMap(ContractFile::importPath, file -> FileOutline.of(file.text(), words))));
    }

    private Map<String, Set<String>> newPackages() {
        Set<String> known = new HashSet<>();
        outlines.values().forEach(outline -> known.addAll(withOuter(outline.packageName())));
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
        outlines.forEach((path, outline) -> {
            Set<String> words = outline.mentioned();
            if (isInNamesake(outline.packageName())) {
                affected.add(path);
            }
            if (!words.isEmpty()
                    && (meets(words, near.get(outline.packageName()))
                            || meets(words, exports.extendees())
                            || meetsAny(words, graph.visibleFrom(path), exports.references())
                            || (reachingFields.contains(path) && meets(words, fieldNames)))) {
                affected.add(path);
            }
        });
        Set<String> gone = exports.packagesGone();
        outlines.forEach((path, outline) -> {
            if (gone.contains(outline.packageName())) {
                affected.add(path);
            }
        });
        return affected;
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
        for (FileOutline outline : outlines.values()) {
            near.computeIfAbsent(outline.packageName(), name -> {
                Set<String> names = new HashSet<>(inside.getOrDefault(name, Set.of()));
                for (String outer : withOuter(name)) {
                    names.addAll(exports.added().getOrDefault(outer, Set.of()));
                    names.addAll(newPackages.getOrDefault(outer, Set.of()));
                }
                return names;
            });
        }
        return near;
    }

    /** The fields that the values of options may name: those of messages that a file which declares options can reach. */
    private Map<String, Set<String>> optionFields() {
        if (exports.fields().isEmpty()) {
            return Map.of();
        }
        Set<String> declaring = new HashSet<>(exports.optionFiles());
        outlines.forEach((path, outline) -> {
            if (ExportChanges.mayDeclareOptions(outline.mentioned())) {
                declaring.add(path);
            }
        });
        declaring.addAll(graph.reachedFrom(declaring));
        Map<String, Set<String>> fields = new HashMap<>(exports.fields());
        fields.keySet().retainAll(declaring);
        return fields;
    }

    private static boolean meets(Set<String> words, @Nullable Set<String> others) {
        if (others == null || others.isEmpty()) {
            return false;
        }
        Set<String> fewer = words.size() < others.size() ? words : others;
        Set<String> more = fewer == words ? others : words;
        return fewer.stream().anyMatch(more::contains);
    }

    private static boolean meetsAny(Set<String> words, Collection<String> files, Map<String, Set<String>> names) {
        return files.stream().anyMatch(file -> meets(words, names.get(file)));
    }
}
