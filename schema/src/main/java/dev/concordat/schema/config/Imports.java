package dev.concordat.schema.config;

import dev.concordat.schema.ContractException;
import dev.concordat.schema.source.FileTree;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The part {@code imports} of concordat.yaml: which jars stand for modules of buf's registry. */
public final class Imports {
    /** Where it is, beside buf.yaml. */
    public static final String FILE = "concordat.yaml";

    private static final String KEY = "imports";

    private Imports() {}

    /** The jars that the file of a directory of a tree names, by module; whatever else it says is not looked at. */
    public static Map<String, ImportedJar> find(FileTree tree, String directory, String printedPrefix)
            throws ContractException {
        String path = ConfigPath.below(directory, FILE);
        Optional<byte[]> content = tree.read(path);
        // Reading it strictly is for those who release; most such files name no jar.
        if (content.isEmpty() || !new String(content.get(), StandardCharsets.ISO_8859_1).contains(KEY)) {
            return Map.of();
        }
        return parse(printedPrefix + path, content.get());
    }

    /** The jars that a file names, by module. */
    public static Map<String, ImportedJar> parse(String printedPath, byte[] content) throws ContractException {
        return YamlMapping.read(printedPath, content, root -> {
            root.acceptOtherKeys();
            return read(root);
        });
    }

    /** Reads the part of a file, in the order of the file. */
    public static Map<String, ImportedJar> read(YamlMapping root) {
        Map<String, ImportedJar> jars = new LinkedHashMap<>();
        root.mappingsByName(KEY).forEach((module, entry) -> {
            if (!Dependency.isName(module)) {
                root.report(
                        entry.place(),
                        "\"%s\" is no name of a module.".formatted(module),
                        "Write registry/owner/module, as deps of buf.yaml has it.");
            }
            ImportedJar.read(entry).ifPresent(jar -> jars.put(module, jar));
        });
        return jars;
    }

    /** What a configuration and its lock name, with the jars that stand for it, and the modules that only jars are named for. */
    static List<Dependency> joined(List<Dependency> named, Map<String, ImportedJar> jars) {
        if (jars.isEmpty()) {
            return named;
        }
        Map<String, ImportedJar> left = new LinkedHashMap<>(jars);
        List<Dependency> all = new ArrayList<>();
        for (Dependency dependency : named) {
            Optional<ImportedJar> jar = Optional.ofNullable(left.remove(dependency.name()));
            all.add(new Dependency(dependency.name(), dependency.pin(), jar));
        }
        left.forEach((name, jar) -> all.add(new Dependency(name, Optional.empty(), Optional.of(jar))));
        return List.copyOf(all);
    }
}
