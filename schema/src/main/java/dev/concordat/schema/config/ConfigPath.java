package dev.concordat.schema.config;

import dev.concordat.schema.source.PathRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Paths in a configuration file, which are relative to it. */
final class ConfigPath {
    private ConfigPath() {}

    /** The path as seen from a directory, {@code .} for the directory itself; empty when it lies outside. */
    static Optional<String> within(String directory, String path) {
        if (directory.equals(".") || directory.equals(path)) {
            return Optional.of(directory.equals(path) ? "." : path);
        }
        return path.startsWith(directory + "/")
                ? Optional.of(path.substring(directory.length() + 1))
                : Optional.empty();
    }

    /** The path of something below a directory. */
    static String below(String directory, String path) {
        return directory.equals(".") ? path : path.equals(".") ? directory : directory + "/" + path;
    }

    /** The directory of a path. */
    static String parent(String path) {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "." : path.substring(0, slash);
    }

    /** The last part of a path. */
    static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** A path of a file, as in buf {@code .} for an empty text; empty, with a problem, when it leads out of the file's directory. */
    static Optional<String> read(YamlMapping mapping, String key, String text) {
        Optional<String> path = PathRules.normalized(text);
        if (text.contains("\\")) {
            mapping.report(
                    mapping.place(key),
                    "\"%s\" has a backslash.".formatted(text),
                    "Write slashes between directories, on every system.");
        } else if (path.isEmpty()) {
            mapping.report(
                    mapping.place(key),
                    "\"%s\" does not stay below the directory of this file.".formatted(text),
                    "Write a relative path.");
        }
        return path;
    }

    /** The paths of a list of directories, none of which may stand there twice or lie within another. */
    static List<String> directories(YamlMapping mapping, String key) {
        List<String> found = new ArrayList<>();
        DirectorySet set = new DirectorySet();
        for (String text : mapping.textsOrEmpty(key)) {
            Optional<String> path = read(mapping, key, text);
            if (text.isEmpty()) {
                mapping.report(
                        mapping.place(key),
                        "A text under \"%s\" is empty.".formatted(key),
                        "Name a directory, or remove the line.");
            } else if (text.endsWith(".proto")) {
                mapping.report(mapping.place(key), "\"%s\" is a file; %s names directories.".formatted(text, key), "");
            } else if (path.isPresent()) {
                set.add(path.get())
                        .ifPresent(other -> mapping.report(
                                mapping.place(key),
                                "\"%s\" and \"%s\" under \"%s\" hold the same files.".formatted(other, text, key),
                                "Keep one of them."));
                found.add(path.get());
            }
        }
        return found;
    }
}
