package dev.concordat.schema.config;

import java.util.Collection;
import java.util.Optional;
import java.util.TreeSet;

/** Directories and files of which none lies within another, so that it is told at once whether one of them holds a path. */
final class DirectorySet {
    private static final Optional<String> ROOT = Optional.of(".");

    /** With a slash behind each, a directory comes right before what is in it; the directory of the file itself is the empty text. */
    private final TreeSet<String> prefixes = new TreeSet<>();

    /** The smallest set that holds what some paths hold. */
    static DirectorySet of(Collection<String> paths) {
        DirectorySet set = new DirectorySet();
        paths.forEach(set::add);
        return set;
    }

    /** Adds a path, and answers one that held it before or that it holds. */
    Optional<String> add(String path) {
        String prefix = prefix(path);
        Optional<String> around = around(path);
        if (around.isPresent()) {
            return around;
        }
        String inside = prefixes.ceiling(prefix);
        Optional<String> held =
                inside != null && inside.startsWith(prefix) ? Optional.of(path(inside)) : Optional.empty();
        while (inside != null && inside.startsWith(prefix)) {
            prefixes.remove(inside);
            inside = prefixes.ceiling(prefix);
        }
        prefixes.add(prefix);
        return held;
    }

    /** The directory or file that holds a path or is it, empty when none does. */
    Optional<String> around(String path) {
        if (prefixes.isEmpty()) {
            return Optional.empty();
        }
        if (prefixes.first().isEmpty()) {
            return ROOT;
        }
        String prefix = prefix(path);
        String before = prefixes.floor(prefix);
        return before != null && prefix.startsWith(before) ? Optional.of(path(before)) : Optional.empty();
    }

    /** Whether one of them holds a path or is it. */
    boolean holds(String path) {
        return around(path).isPresent();
    }

    boolean isEmpty() {
        return prefixes.isEmpty();
    }

    private static String prefix(String path) {
        return path.equals(".") ? "" : path + "/";
    }

    private static String path(String prefix) {
        return prefix.isEmpty() ? "." : prefix.substring(0, prefix.length() - 1);
    }
}
