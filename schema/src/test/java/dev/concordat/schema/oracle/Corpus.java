package dev.concordat.schema.oracle;

import dev.concordat.schema.ContractFile;
import dev.concordat.schema.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Contracts to compare on.
 *
 * @param roots the directories that imports are looked up in; of two files of one path the first root's counts
 * @param excluded the directory below the first root that is left out, empty for none
 * @param together whether the files compile together; otherwise each is asked for by itself
 */
record Corpus(String name, List<Path> roots, String excluded, boolean together) {
    /** The named corpora, or a directory as a corpus of its own. */
    static Corpus named(String name, Path corpora, Path repository) throws IOException {
        Path directory = corpora.resolve(name);
        return switch (name) {
            case "googleapis-old", "googleapis-new", "googleapis-mid" ->
                new Corpus(name, List.of(directory), "preview/", true);
            case "envoy" -> new Corpus(name, List.of(directory, corpora.resolve("envoy-imports")), "contrib/", true);
            case "temporal", "opentelemetry" -> new Corpus(name, List.of(directory), "", true);
            case "edge" -> new Corpus(name, List.of(directory), "", false);
            case "contracts" -> new Corpus(name, modules(repository), "", true);
            case "builtin" -> new Corpus(name, List.of(BuiltInDirectory.find()), "", true);
            default -> new Corpus(name, List.of(Path.of(name)), "", false);
        };
    }

    private static List<Path> modules(Path repository) throws IOException {
        List<Path> roots = new ArrayList<>(List.of(repository.resolve("options")));
        try (Stream<Path> modules = Files.list(repository.resolve("contracts"))) {
            modules.filter(Files::isDirectory).sorted().forEach(roots::add);
        }
        return roots;
    }

    /** The files, by path. */
    Map<String, ContractFile> files() throws IOException {
        Map<String, ContractFile> files = new TreeMap<>();
        for (Path root : roots) {
            Path real = root.toRealPath();
            for (Path file : below(real)) {
                String path = real.relativize(file).toString().replace('\\', '/');
                if (excluded.isEmpty() || !path.startsWith(excluded)) {
                    files.putIfAbsent(path, read(path, file));
                }
            }
        }
        return files;
    }

    private static List<Path> below(Path root) throws IOException {
        try (Stream<Path> walk = Files.walk(root)) {
            return walk.filter(path -> path.toString().endsWith(".proto") && Files.isRegularFile(path))
                    .sorted()
                    .toList();
        }
    }

    private static ContractFile read(String path, Path file) throws IOException {
        return new ContractFile(path, Optional.of("."), new SourceText(path, Files.readAllBytes(file)));
    }
}
