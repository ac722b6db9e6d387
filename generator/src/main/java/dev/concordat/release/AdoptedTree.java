package dev.concordat.release;

import dev.concordat.schema.ContractException;
import dev.concordat.schema.config.BufYaml;
import dev.concordat.schema.config.ConfigVersion;
import dev.concordat.schema.config.ModuleConfig;
import dev.concordat.schema.config.Workspace;
import dev.concordat.schema.source.FileTree;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A tree from before there was a buf.yaml, seen with the modules that a later one names. */
record AdoptedTree(FileTree tree, String configuration) implements FileTree {
    private static final Workspace EMPTY = new Workspace(BufYaml.of(ConfigVersion.V2, List.of(), List.of()), List.of());

    /** Loads the workspace of an earlier tree; one without configuration is seen with that of a later workspace. */
    static Workspace load(FileTree tree, String printedPrefix, Workspace later) throws ContractException {
        if (tree.read(BufYaml.FILE).isPresent()) {
            return Workspace.load(tree, printedPrefix);
        }
        StringBuilder modules = new StringBuilder();
        for (ModuleConfig module : later.modules()) {
            List<String> includes = filled(tree, module.includes());
            List<String> held = module.includes().isEmpty() ? filled(tree, List.of(module.path())) : includes;
            if (!held.isEmpty()) {
                modules.append("  - path: ").append(quoted(module.path())).append('\n');
                modules.append("    includes: ").append(quoted(includes)).append('\n');
                modules.append("    excludes: ")
                        .append(quoted(module.excludes()))
                        .append('\n');
            }
        }
        return modules.isEmpty()
                ? EMPTY
                : Workspace.load(new AdoptedTree(tree, "version: v2\nmodules:\n" + modules), printedPrefix);
    }

    @Override
    public String description() {
        return tree.description();
    }

    @Override
    public List<String> files(String directory) throws ContractException {
        return tree.files(directory);
    }

    @Override
    public Optional<byte[]> read(String path) throws ContractException {
        return path.equals(BufYaml.FILE)
                ? Optional.of(configuration.getBytes(StandardCharsets.UTF_8))
                : tree.read(path);
    }

    private static List<String> filled(FileTree tree, List<String> directories) throws ContractException {
        List<String> filled = new ArrayList<>();
        for (String directory : directories) {
            if (tree.files(directory).stream().anyMatch(path -> path.endsWith(".proto"))) {
                filled.add(directory);
            }
        }
        return filled;
    }

    private static String quoted(List<String> paths) {
        return paths.stream().map(AdoptedTree::quoted).toList().toString();
    }

    private static String quoted(String path) {
        return "'" + path.replace("'", "''") + "'";
    }
}
