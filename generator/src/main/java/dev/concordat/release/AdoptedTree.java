package dev.concordat.release;

import dev.concordat.schema.ContractException;
import dev.concordat.schema.config.BufYaml;
import dev.concordat.schema.config.ModuleConfig;
import dev.concordat.schema.config.WorkspaceListing;
import dev.concordat.schema.source.FileTree;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A tree from before there was a buf.yaml, seen with the modules that a later one names. */
record AdoptedTree(FileTree tree, String configuration) implements FileTree {

    /** Lists the workspace of an earlier tree, empty when it has no contracts; one without configuration is seen with later modules. */
    static Optional<WorkspaceListing> list(FileTree tree, String printedPrefix, List<ModuleConfig> later)
            throws ContractException {
        if (BufYaml.find(tree).isPresent()) {
            return Optional.of(WorkspaceListing.earlier(tree, printedPrefix));
        }
        StringBuilder modules = new StringBuilder();
        for (ModuleConfig module : later) {
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
                ? Optional.empty()
                : Optional.of(WorkspaceListing.earlier(
                        new AdoptedTree(tree, "version: v2\nmodules:\n" + modules), printedPrefix));
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
    public List<String> links(String directory) throws ContractException {
        return tree.links(directory);
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
