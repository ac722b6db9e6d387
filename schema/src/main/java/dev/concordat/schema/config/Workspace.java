package dev.concordat.schema.config;

import dev.concordat.schema.ContractException;
import dev.concordat.schema.ContractFile;
import dev.concordat.schema.source.FileTree;
import java.util.List;

/**
 * A configuration with the contract files of all its modules.
 *
 * @param configuration the configuration
 * @param files the files, sorted by import path
 */
public record Workspace(BufYaml configuration, List<ContractFile> files) {

    /** Keeps an unchangeable copy. */
    public Workspace {
        files = List.copyOf(files);
    }

    /** Loads the workspace at the root of a tree; the prefix, empty or ending with a slash, precedes printed paths. */
    public static Workspace load(FileTree tree, String printedPrefix) throws ContractException {
        BufYaml configuration = BufYaml.read(tree, BufYaml.FILE, printedPrefix + BufYaml.FILE);
        return new Workspace(configuration, new WorkspaceLoader(tree, printedPrefix).load(configuration.modules()));
    }

    /** The modules, in the order of the configuration. */
    public List<ModuleConfig> modules() {
        return configuration.modules();
    }
}
