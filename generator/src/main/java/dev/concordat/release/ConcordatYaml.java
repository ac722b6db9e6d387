package dev.concordat.release;

import dev.concordat.generate.ProjectInfo;
import dev.concordat.schema.ContractException;
import dev.concordat.schema.Failure;
import dev.concordat.schema.Place;
import dev.concordat.schema.config.Imports;
import dev.concordat.schema.config.YamlMapping;
import dev.concordat.schema.source.FileTree;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How contracts are released: what buf.yaml has no word for.
 *
 * @param path the file, as it is printed
 * @param group the Maven group of modules without one of their own
 * @param branch the branch that changes are merged into
 * @param releasesRequired whether a clone without release tags is an incomplete one
 * @param javaRelease the Java version that stubs are compiled for
 * @param modules what is said about single modules, by their path in buf.yaml
 */
public record ConcordatYaml(
        String path,
        String group,
        String branch,
        boolean releasesRequired,
        int javaRelease,
        ProjectInfo project,
        Map<String, ModuleNames> modules) {
    /** Where the configuration is, beside buf.yaml. */
    public static final String FILE = Imports.FILE;

    private static final String CONTRACTS = "contracts/";

    /** Keeps an unchangeable copy. */
    public ConcordatYaml {
        modules = Collections.unmodifiableMap(new LinkedHashMap<>(modules));
    }

    /** Reads the configuration at the root of a tree; the prefix precedes printed paths. */
    public static ConcordatYaml read(FileTree tree, String printedPrefix) throws ContractException {
        Optional<ConcordatYaml> found = find(tree, printedPrefix);
        return found.orElseThrow(
                () -> ContractException.at(
                        Failure.CONFIGURATION,
                        Place.of(printedPrefix + FILE),
                        "There is no concordat.yaml, so the contracts have no Maven group.",
                        "Write three lines at the top of the git repository, beside buf.yaml: \"version: v1\", \"group: com.example.contracts\" and \"branch: main\"."));
    }

    /** Reads the configuration if there is one. */
    static Optional<ConcordatYaml> find(FileTree tree, String printedPrefix) throws ContractException {
        Optional<byte[]> content = tree.read(FILE);
        return content.isPresent() ? Optional.of(parse(printedPrefix + FILE, content.get())) : Optional.empty();
    }

    /** Reads the content of a configuration file. */
    public static ConcordatYaml parse(String printedPath, byte[] content) throws ContractException {
        return YamlMapping.read(printedPath, content, root -> ConcordatYamlReader.read(printedPath, root));
    }

    /** The names of a module, the id unchecked. */
    ContractModule named(String modulePath) {
        Optional<ModuleNames> names = Optional.ofNullable(modules.get(modulePath));
        String id = names.flatMap(ModuleNames::id).orElseGet(() -> idOf(modulePath));
        return new ContractModule(
                id,
                modulePath,
                names.flatMap(ModuleNames::group).orElse(group),
                names.flatMap(ModuleNames::artifact).orElse("proto-" + id),
                "grpc-" + id);
    }

    private static String idOf(String modulePath) {
        String below = modulePath.startsWith(CONTRACTS) ? modulePath.substring(CONTRACTS.length()) : modulePath;
        return below.replace('/', '-');
    }
}
