package dev.concordat.schema.config;

import dev.concordat.schema.ContractException;
import dev.concordat.schema.Failure;
import dev.concordat.schema.Place;
import dev.concordat.schema.source.FileTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The configuration files of one directory: buf.yaml, or buf.work.yaml, which joins directories that each have a buf.yaml. */
final class ConfigFiles {
    static final List<String> MODULE_FILES = List.of(BufYaml.FILE, "buf.mod");
    static final List<String> WORK_FILES = List.of("buf.work.yaml", "buf.work");

    private final FileTree tree;
    private final String directory;
    private final String printedPrefix;
    private final Set<Tolerance> tolerances;

    /**
     * The files of a directory of a tree.
     *
     * @param printedPrefix what precedes paths of the tree in messages
     * @param tolerances what is no problem of them
     */
    ConfigFiles(FileTree tree, String directory, String printedPrefix, Set<Tolerance> tolerances) {
        this.tree = tree;
        this.directory = directory;
        this.printedPrefix = printedPrefix;
        this.tolerances = Set.copyOf(tolerances);
    }

    /** The configuration, empty when the directory has none. */
    Optional<BufYaml> read() throws ContractException {
        Optional<BufYaml> own = withoutImports();
        return own.isPresent() ? Optional.of(withImports(own.get())) : own;
    }

    /** The configuration without what concordat.yaml says of its dependencies, empty when the directory has none. */
    Optional<BufYaml> withoutImports() throws ContractException {
        Optional<String> own = find(MODULE_FILES);
        Optional<String> work = find(WORK_FILES);
        if (own.isPresent() && work.isPresent()) {
            throw ContractException.at(
                    Failure.CONFIGURATION,
                    Place.of(printedPrefix + work.get()),
                    "There is a %s beside it, and only one of them can tell the modules."
                            .formatted(ConfigPath.name(own.get())),
                    "Remove one; a buf.yaml of version v2 does the work of both.");
        }
        if (work.isPresent()) {
            return Optional.of(workspace(work.get()));
        }
        return own.isPresent() ? Optional.of(parse(own.get())) : Optional.empty();
    }

    /** What holds where the directory has no configuration; it may have a lock. */
    BufYaml withoutFile() throws ContractException {
        return withLock(BufYaml.withoutFile(printedPrefix + BufYaml.FILE), directory);
    }

    /** A configuration that stands in for buf.yaml of this directory, with what the other files say of its dependencies. */
    BufYaml complete(BufYaml configuration) throws ContractException {
        return withImports(withLock(configuration, directory));
    }

    private BufYaml withImports(BufYaml configuration) throws ContractException {
        return configuration.withDeps(
                Imports.joined(configuration.deps(), Imports.find(tree, directory, printedPrefix)));
    }

    private BufYaml parse(String path) throws ContractException {
        BufYaml configuration =
                BufYaml.parse(printedPrefix + path, tree.read(path).orElseThrow());
        return withLock(configuration, ConfigPath.parent(path));
    }

    private BufYaml withLock(BufYaml configuration, String beside) throws ContractException {
        String lock = ConfigPath.below(beside, BufLock.FILE);
        Optional<byte[]> content = tree.read(lock);
        if (content.isEmpty()) {
            return configuration;
        }
        try {
            List<Dependency> locked = BufLock.parse(printedPrefix + lock, content.get(), configuration.version());
            return configuration.withDeps(BufLock.pinned(configuration.deps(), locked));
        } catch (ContractException e) {
            if (tolerances.contains(Tolerance.LOCK)) {
                return configuration;
            }
            throw e;
        }
    }

    private Optional<String> find(List<String> names) throws ContractException {
        for (String name : names) {
            String path = ConfigPath.below(directory, name);
            if (tree.read(path).isPresent()) {
                return Optional.of(path);
            }
        }
        return Optional.empty();
    }

    private BufYaml workspace(String path) throws ContractException {
        List<String> directories =
                YamlMapping.readFirst(printedPrefix + path, tree.read(path).orElseThrow(), ConfigFiles::directories);
        List<ModuleConfig> modules = new ArrayList<>();
        List<Dependency> deps = new ArrayList<>();
        for (String member : directories) {
            BufYaml configuration = module(path, ConfigPath.below(directory, member));
            configuration.modules().forEach(module -> modules.add(module.below(member)));
            configuration.deps().stream().filter(dep -> !deps.contains(dep)).forEach(deps::add);
        }
        return BufYaml.of(ConfigVersion.V1, modules, deps);
    }

    private BufYaml module(String work, String member) throws ContractException {
        Optional<String> file = new ConfigFiles(tree, member, printedPrefix, tolerances).find(MODULE_FILES);
        BufYaml configuration =
                file.isPresent() ? parse(file.get()) : withLock(BufYaml.withoutFile(printedPrefix + work), member);
        if (configuration.version() == ConfigVersion.V2) {
            throw ContractException.at(
                    Failure.CONFIGURATION,
                    Place.of(printedPrefix + file.orElse(work)),
                    "It has version v2, and %s lists its directory; v2 has workspaces of its own.".formatted(work),
                    "Write version v1 here, or list the directories as modules of one buf.yaml of version v2.");
        }
        return configuration;
    }

    private static List<String> directories(YamlMapping root) {
        String version = root.requiredText("version");
        if (!version.isEmpty() && !version.equals("v1")) {
            root.report(root.place("version"), "Unknown version \"%s\".".formatted(version), "Write v1.");
        }
        List<String> directories = ConfigPath.directories(root, "directories");
        if (directories.isEmpty()) {
            root.report(root.place("directories"), "\"directories\" lists nothing.", "List the modules' directories.");
        }
        if (directories.contains(".")) {
            root.report(
                    root.place("directories"),
                    "\".\" is the directory of this file.",
                    "List directories below it; for a single module no such file is needed.");
        }
        return directories;
    }
}
