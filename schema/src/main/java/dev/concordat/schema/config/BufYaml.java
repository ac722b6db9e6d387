package dev.concordat.schema.config;

import dev.concordat.schema.ContractException;
import dev.concordat.schema.Place;
import dev.concordat.schema.source.FileTree;
import java.util.List;
import java.util.Optional;

/**
 * The configuration of a workspace.
 *
 * @param version the format's version
 * @param modules the modules, in the order of the file
 * @param deps modules of buf's registry that the contracts import from
 * @param lint the lint section for modules without their own
 * @param breaking the breaking section for modules without their own
 * @param notRun the plugins and policies, which concordat names but never runs
 */
public record BufYaml(
        String version,
        List<ModuleConfig> modules,
        List<String> deps,
        CheckConfig lint,
        CheckConfig breaking,
        List<String> notRun) {
    /** Where a workspace's configuration is. */
    public static final String FILE = "buf.yaml";

    /** Keeps unchangeable copies. */
    public BufYaml {
        modules = List.copyOf(modules);
        deps = List.copyOf(deps);
        notRun = List.copyOf(notRun);
    }

    /** Reads a configuration of a tree; without that file, it is one module with the default rules. */
    public static BufYaml read(FileTree tree, String path) throws ContractException {
        return read(tree, path, path);
    }

    /** Reads a configuration that has another path in messages than in its tree. */
    static BufYaml read(FileTree tree, String path, String printedPath) throws ContractException {
        Optional<byte[]> content = tree.read(path);
        return content.isPresent() ? parse(printedPath, content.get()) : withoutFile(printedPath);
    }

    /** Reads the content of a configuration file. */
    public static BufYaml parse(String printedPath, byte[] content) throws ContractException {
        return YamlMapping.read(printedPath, content, BufYamlReader::read);
    }

    private static BufYaml withoutFile(String printedPath) {
        ModuleConfig module = new ModuleConfig(
                ".",
                Optional.empty(),
                List.of(),
                List.of(),
                CheckConfig.DEFAULT,
                CheckConfig.DEFAULT,
                Place.of(printedPath));
        return new BufYaml("v2", List.of(module), List.of(), CheckConfig.DEFAULT, CheckConfig.DEFAULT, List.of());
    }
}
