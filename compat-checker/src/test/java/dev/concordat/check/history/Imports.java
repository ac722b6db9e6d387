package dev.concordat.check.history;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Third parties' contracts, for what a history imports and does not have: the first directory that has a file gives it. */
record Imports(List<Path> directories) {
    private static final Pattern IMPORT =
            Pattern.compile("^\\s*import\\s+(?:public\\s+|weak\\s+)?[\"']([^\"']+)[\"']", Pattern.MULTILINE);

    /** The import paths of what a module's files import from here, directly or not. */
    Set<String> of(Path module) throws IOException {
        Set<String> found = new TreeSet<>();
        Deque<String> open = new ArrayDeque<>();
        for (Path file : files(module)) {
            open.addAll(imports(file));
        }
        while (!open.isEmpty()) {
            String path = open.pop();
            Optional<Path> file = Files.exists(module.resolve(path)) ? Optional.empty() : find(path);
            if (file.isPresent() && found.add(path)) {
                open.addAll(imports(file.get()));
            }
        }
        return found;
    }

    /** Copies the files that a module has not into a directory of their own. */
    void copy(Set<String> paths, Path module, Path directory) throws IOException {
        for (String path : paths) {
            Path target = directory.resolve(path);
            if (!Files.exists(module.resolve(path))) {
                Files.createDirectories(target.getParent());
                Files.copy(find(path).orElseThrow(), target);
            }
        }
    }

    private Optional<Path> find(String path) {
        return directories.stream()
                .map(directory -> directory.resolve(path))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    private static List<Path> files(Path module) throws IOException {
        try (Stream<Path> walk = Files.walk(module)) {
            return walk.filter(path -> path.toString().endsWith(".proto")).toList();
        }
    }

    private static List<String> imports(Path file) throws IOException {
        return IMPORT.matcher(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }
}
