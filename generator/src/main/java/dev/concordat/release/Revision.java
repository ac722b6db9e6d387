package dev.concordat.release;

import dev.concordat.schema.ContractCompiler;
import dev.concordat.schema.ContractException;
import dev.concordat.schema.Schema;
import dev.concordat.schema.config.ModuleConfig;
import dev.concordat.schema.config.Workspace;
import dev.concordat.schema.source.FileTree;
import java.util.List;
import java.util.Optional;

/**
 * The contracts of a commit or of the working tree, compiled.
 *
 * @param workspace the files and their configuration
 * @param configuration how they are released
 * @param modules the modules under the names they are released by, in the order of buf.yaml
 */
public record Revision(Workspace workspace, ConcordatYaml configuration, List<ContractModule> modules, Schema schema) {

    /** Copies the list. */
    public Revision {
        modules = List.copyOf(modules);
    }

    /** Reads and compiles the contracts of a tree; the prefix precedes printed paths. */
    public static Revision read(FileTree tree, String printedPrefix, ContractCompiler compiler)
            throws ContractException {
        Workspace workspace = Workspace.load(tree, printedPrefix);
        ConcordatYaml configuration = ConcordatYaml.read(tree, printedPrefix);
        List<ContractModule> modules = ModuleNaming.of(workspace.modules(), configuration);
        return new Revision(workspace, configuration, modules, compiler.compile(workspace.files()));
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
