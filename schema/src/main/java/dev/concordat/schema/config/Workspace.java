package dev.concordat.schema.config;

import dev.concordat.schema.ContractException;
import dev.concordat.schema.ContractFile;
import dev.concordat.schema.source.FileTree;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A configuration with the contract files of all its modules.
 *
 * @param configuration the configuration
 * @param files the files, sorted by import path
 * @param targetModules the ids of the modules that were asked for; the others are there to be imported
 * @param targets the import paths of the files that were asked for
 */
public record Workspace(
        BufYaml configuration, List<ContractFile> files, Set<String> targetModules, Set<String> targets) {

    /** Keeps unchangeable copies. */
    public Workspace {
        files = List.copyOf(files);
        targetModules = Set.copyOf(targetModules);
        targets = Set.copyOf(targets);
    }

    /** A workspace of which everything was asked for. */
    public Workspace(BufYaml configuration, List<ContractFile> files) {
        this(
                configuration,
                files,
                configuration.modules().stream().map(ModuleConfig::id).collect(Collectors.toSet()),
                files.stream().map(ContractFile::importPath).collect(Collectors.toSet()));
    }

    /** Loads the workspace at the root of a tree; the prefix, empty or ending with a slash, precedes printed paths. */
    public static Workspace load(FileTree tree, String printedPrefix) throws ContractException {
        return WorkspaceListing.of(tree, printedPrefix).load();
    }

    /** The modules, in the order of the configuration. */
    public List<ModuleConfig> modules() {
        return configuration.modules();
    }
}
