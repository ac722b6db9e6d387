package dev.concordat.release;

import dev.concordat.check.input.WholeWorkspaces;
import dev.concordat.schema.ContractException;
import dev.concordat.schema.Schema;
import dev.concordat.schema.config.ImportedJar;
import dev.concordat.schema.config.ModuleConfig;
import dev.concordat.schema.config.Workspace;
import dev.concordat.schema.config.WorkspaceListing;
import dev.concordat.schema.source.FileTree;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The contracts of a commit or of the working tree, compiled.
 *
 * @param workspace the files and their configuration
 * @param configuration how they are released
 * @param modules the modules under the names they are released by, in the order of buf.yaml
 * @param jars by import path, the jars that files of third parties are from
 */
public record Revision(
        Workspace workspace,
        ConcordatYaml configuration,
        List<ContractModule> modules,
        Schema schema,
        Map<String, ImportedJar> jars) {

    /** Copies the collections. */
    public Revision {
        modules = List.copyOf(modules);
        jars = Map.copyOf(jars);
    }

    /** Reads and compiles the contracts of a tree; the prefix precedes printed paths. */
    public static Revision read(FileTree tree, String printedPrefix, WholeWorkspaces compiler)
            throws ContractException {
        WorkspaceListing listing = WorkspaceListing.of(tree, printedPrefix);
        ConcordatYaml configuration = ConcordatYaml.read(tree, printedPrefix);
        List<ContractModule> modules = ModuleNaming.of(listing.modules(), configuration);
        WholeWorkspaces.Compiled compiled = compiler.compile(listing);
        return new Revision(listing.load(), configuration, modules, compiled.schema(), compiled.jars());
    }

    /** The module at this path. */
    ContractModule moduleAt(String path) {
        return modules.stream()
                .filter(module -> module.path().equals(path))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No module at " + path + "."));
    }

    /** The configuration of a module. */
    Optional<ModuleConfig> config(String path) {
        return workspace.modules().stream()
                .filter(config -> config.path().equals(path))
                .findFirst();
    }
}
