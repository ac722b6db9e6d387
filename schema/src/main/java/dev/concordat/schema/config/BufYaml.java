package dev.concordat.schema.config;

import dev.concordat.schema.ContractException;
import dev.concordat.schema.Place;
import dev.concordat.schema.source.FileTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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
        ConfigVersion version,
        List<ModuleConfig> modules,
        List<Dependency> deps,
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

    /** The modules and rules that a tree names at its top, in buf.yaml or by way of buf.work.yaml; empty where it has neither. */
    public static Optional<BufYaml> find(FileTree tree) throws ContractException {
        return new ConfigFiles(tree, ".", "", Set.of(Tolerance.LOCK)).withoutImports();
    }

    /** The paths of all files that may say something of these modules, rules and dependencies. */
    public List<String> files() {
        List<String> files = new ArrayList<>(ConfigFiles.MODULE_FILES);
        files.addAll(ConfigFiles.WORK_FILES);
        files.add(BufLock.FILE);
        if (version != ConfigVersion.V2) {
            for (ModuleConfig module : modules) {
                ConfigFiles.MODULE_FILES.forEach(name -> files.add(ConfigPath.below(module.path(), name)));
                files.add(ConfigPath.below(module.path(), BufLock.FILE));
            }
        }
        return files.stream().distinct().toList();
    }

    /** Reads a configuration of a tree; without that file, it is one module with the default rules of v1, as buf has it. */
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
        return YamlMapping.readFirst(printedPath, content, BufYaml::read);
    }

    private static BufYaml read(YamlMapping root) {
        Optional<ConfigVersion> version = version(root);
        if (version.isEmpty()) {
            // Every other key would only be measured by the wrong version.
            root.acceptAnyKey();
            return of(ConfigVersion.V2, List.of(), List.of());
        }
        return version.get() == ConfigVersion.V2
                ? new WorkspaceFormat(root).read()
                : new ModuleFormat(root, version.get()).read();
    }

    private static Optional<ConfigVersion> version(YamlMapping root) {
        if (!root.hasValue("version")) {
            root.report(root.place(), "\"version\" is not set.", "Write \"version: v2\" as the first line.");
            return Optional.empty();
        }
        Optional<String> text = root.word("version");
        Optional<ConfigVersion> version = text.flatMap(ConfigVersion::of);
        if (text.isPresent() && version.isEmpty()) {
            root.report(
                    root.place("version"),
                    "Unknown version \"%s\".".formatted(text.get()),
                    "Write v2; v1 and v1beta1 are read too.");
        }
        return version;
    }

    /** The same for contracts that are one whole, such as an image: one module, configured by the sections for all. */
    public BufYaml asOneModule() {
        ModuleConfig module = ModuleConfig.whole(".", Optional.empty(), lint, breaking, Place.of(FILE));
        return new BufYaml(version, List.of(module), deps, lint, breaking, notRun);
    }

    /** Whether it is the file of a module, as before version v2. */
    boolean isOfOneModule() {
        return version != ConfigVersion.V2
                && modules.size() == 1
                && modules.get(0).path().equals(".");
    }

    /** A configuration that says nothing of lint and breaking. */
    public static BufYaml of(ConfigVersion version, List<ModuleConfig> modules, List<Dependency> deps) {
        CheckConfig defaults = CheckConfig.defaults(version);
        return new BufYaml(version, modules, deps, defaults, defaults, List.of());
    }

    /** The same with other dependencies. */
    BufYaml withDeps(List<Dependency> others) {
        return new BufYaml(version, modules, others, lint, breaking, notRun);
    }

    /** What holds where there is no file: one module, the rules of v1. */
    public static BufYaml withoutFile(String printedPath) {
        CheckConfig defaults = CheckConfig.defaults(ConfigVersion.V1);
        ModuleConfig module = ModuleConfig.whole(".", Optional.empty(), defaults, defaults, Place.of(printedPath));
        return of(ConfigVersion.V1, List.of(module), List.of());
    }
}
