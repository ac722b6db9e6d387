package dev.concordat.schema.config;

import dev.concordat.schema.ContractException;
import dev.concordat.schema.ContractFile;
import dev.concordat.schema.config.WorkspaceLoader.Loaded;
import dev.concordat.schema.source.FileTree;
import dev.concordat.schema.source.OpenInput;
import java.util.List;
import java.util.Optional;
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
        BufYaml configuration = new ConfigFiles(tree, ".", printedPrefix)
                .read()
                .orElseGet(() -> BufYaml.withoutFile(printedPrefix + BufYaml.FILE));
        List<Loaded> loaded = new WorkspaceLoader(tree, printedPrefix).load(configuration.modules());
        return new Workspace(configuration, loaded.stream().map(Loaded::file).toList());
    }

    /**
     * Loads the workspace that an input belongs to, which may begin above it.
     *
     * @param override a configuration to use instead of the files
     * @param filter which files of the input are asked for
     */
    public static Workspace of(OpenInput input, Optional<BufYaml> override, PathFilter filter)
            throws ContractException {
        WorkspaceSearch found = WorkspaceSearch.of(input, override);
        OpenInput root = found.root();
        List<Loaded> loaded = new WorkspaceLoader(root.tree(), root.printedPrefix())
                .load(found.configuration().modules());
        Set<String> targetModules = found.moduleIds();
        Set<String> targets = loaded.stream()
                .filter(file ->
                        file.file().module().filter(targetModules::contains).isPresent())
                .filter(file -> found.isTarget(file.path(), filter))
                .map(file -> file.file().importPath())
                .collect(Collectors.toSet());
        return new Workspace(
                found.configuration(), loaded.stream().map(Loaded::file).toList(), found.moduleIds(), targets);
    }

    /** The modules, in the order of the configuration. */
    public List<ModuleConfig> modules() {
        return configuration.modules();
    }
}
