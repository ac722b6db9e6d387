package dev.concordat.check.touched;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Which files import which, by import path; an import that one of two states has counts. */
final class ImportGraph {
    private final Map<String, Set<String>> imports = new HashMap<>();
    private final Map<String, Set<String>> importers = new HashMap<>();
    private final Map<String, Set<String>> passedOn = new HashMap<>();

    /**
     * Adds what a file imports.
     *
     * @param publicly those of the imports that are public
     */
    void add(String file, Collection<String> imported, Collection<String> publicly) {
        put(imports, file, imported);
        put(passedOn, file, publicly);
        imported.forEach(path -> from(path, importers).add(file));
    }

    private static void put(Map<String, Set<String>> edges, String from, Collection<String> to) {
        if (!to.isEmpty()) {
            from(from, edges).addAll(to);
        }
    }

    private static Set<String> from(String file, Map<String, Set<String>> edges) {
        return edges.computeIfAbsent(file, unused -> new HashSet<>());
    }

    /** The files that import one of these. */
    Set<String> importing(Collection<String> files) {
        Set<String> importing = new HashSet<>();
        files.forEach(file -> importing.addAll(importers.getOrDefault(file, Set.of())));
        return importing;
    }

    /** The files that import one of these, directly or not. */
    Set<String> reaching(Collection<String> files) {
        return along(importers, files);
    }

    /** The files that these import, directly or not. */
    Set<String> reachedFrom(Collection<String> files) {
        return along(imports, files);
    }

    /** The files whose declarations a file can refer to: those that it imports, and what they import publicly. */
    Set<String> visibleFrom(String file) {
        Set<String> direct = imports.getOrDefault(file, Set.of());
        Set<String> visible = along(passedOn, direct);
        visible.addAll(direct);
        return visible;
    }

    private static Set<String> along(Map<String, Set<String>> edges, Collection<String> files) {
        Set<String> reached = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(files);
        while (!open.isEmpty()) {
            for (String next : edges.getOrDefault(open.remove(), Set.of())) {
                if (reached.add(next)) {
                    open.add(next);
                }
            }
        }
        return reached;
    }
}
