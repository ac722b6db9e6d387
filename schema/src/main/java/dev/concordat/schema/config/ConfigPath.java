package dev.concordat.schema.config;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Paths in a configuration file, which are relative to it. */
final class ConfigPath {
    private ConfigPath() {}

    /** The path without {@code .}, {@code ..} and double slashes, {@code .} for the directory itself; empty when it leads out. */
    static Optional<String> normalized(String path) {
        if (path.startsWith("/") || path.contains("\\") || path.indexOf('\0') >= 0) {
            return Optional.empty();
        }
        Deque<String> names = new ArrayDeque<>();
        for (String name : path.split("/", -1)) {
            if (name.equals("..") && names.pollLast() == null) {
                return Optional.empty();
            }
            if (!name.isEmpty() && !name.equals(".") && !name.equals("..")) {
                names.add(name);
            }
        }
        return Optional.of(names.isEmpty() ? "." : String.join("/", names));
    }

    /** The path as seen from a directory, {@code .} for the directory itself; empty when it lies outside. */
    static Optional<String> within(String directory, String path) {
        if (directory.equals(".") || directory.equals(path)) {
            return Optional.of(directory.equals(path) ? "." : path);
        }
        return path.startsWith(directory + "/")
                ? Optional.of(path.substring(directory.length() + 1))
                : Optional.empty();
    }
}
