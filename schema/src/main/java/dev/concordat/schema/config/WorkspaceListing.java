package dev.concordat.schema.config;

import dev.concordat.schema.ContractException;
import dev.concordat.schema.ContractFile;
import dev.concordat.schema.Schema;
import dev.concordat.schema.source.FileTree;
import dev.concordat.schema.source.OpenInput;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.jgit.lib.ObjectId;

/**
 * A configuration with the names of the contract files of all its modules. A file is read when it is asked for, and once; what it is read from must
 * stay open until then.
 */
public final class WorkspaceListing {
    private final BufYaml configuration;
    private final ManagedMode managed;
    private final WorkspaceLoader loader;
    private final Set<String> targetModules;
    private final Set<String> targets;
    private final Map<String, Found> found = new LinkedHashMap<>();
    private final Map<String, Set<String>> pathsByModule = new HashMap<>();
    private final Map<String, Optional<ObjectId>> ids = new HashMap<>();
    private final Map<String, ContractFile> read = new ConcurrentHashMap<>();

    private WorkspaceListing(
            BufYaml configuration,
            ManagedMode managed,
            WorkspaceLoader loader,
            Collection<Found> found,
            Set<String> targetModules,
            Set<String> targets) {
        this.configuration = configuration;
        this.managed = managed;
        this.loader = loader;
        this.targetModules = Set.copyOf(targetModules);
        this.targets = Set.copyOf(targets);
        found.forEach(file -> this.found.put(file.importPath(), file));
        for (Found file : this.found.values()) {
            pathsByModule
                    .computeIfAbsent(file.module().id(), unused -> new HashSet<>())
                    .add(file.importPath());
        }
    }

    /** Lists the workspace at the root of a tree; the prefix, empty or ending with a slash, precedes printed paths. */
    public static WorkspaceListing of(FileTree tree, String printedPrefix) throws ContractException {
        return of(tree, printedPrefix, EnumSet.noneOf(Tolerance.class));
    }

    /** The same of an earlier state, which nobody can mend any more: what does not keep its contracts from being read is no problem. */
    public static WorkspaceListing earlier(FileTree tree, String printedPrefix) throws ContractException {
        return of(tree, printedPrefix, EnumSet.of(Tolerance.EARLIER, Tolerance.NAMES, Tolerance.LOCK));
    }

    private static WorkspaceListing of(FileTree tree, String printedPrefix, Set<Tolerance> tolerances)
            throws ContractException {
        OpenInput root = new OpenInput(tree, printedPrefix, Optional.empty(), () -> {});
        WorkspaceLoader loader = new WorkspaceLoader(root, tolerances);
        ConfigFiles files = new ConfigFiles(tree, ".", printedPrefix, tolerances);
        Optional<BufYaml> own = files.read();
        BufYaml configuration = own.isPresent() ? own.get() : files.withoutFile();
        List<Found> found = loader.find(configuration.modules());
        return new WorkspaceListing(
                configuration,
                ManagedMode.find(tree, printedPrefix),
                loader,
                found,
                configuration.modules().stream().map(ModuleConfig::id).collect(Collectors.toSet()),
                found.stream().map(Found::importPath).collect(Collectors.toSet()));
    }

    /** Lists the workspace that an input belongs to as it is now. */
    public static WorkspaceListing of(OpenInput input, Optional<BufYaml> override, PathFilter filter)
            throws ContractException {
        return of(input, override, filter, false);
    }

    /**
     * Lists the workspace that an input belongs to, which may begin above it.
     *
     * @param override a configuration to use instead of the files
     * @param filter which files of the input are asked for
     * @param earlier whether it is an earlier state, which nobody can mend any more
     */
    public static WorkspaceListing of(OpenInput input, Optional<BufYaml> override, PathFilter filter, boolean earlier)
            throws ContractException {
        WorkspaceSearch search = WorkspaceSearch.of(input, override);
        OpenInput root = search.root();
        WorkspaceLoader loader = new WorkspaceLoader(root, Tolerance.of(filter, earlier));
        List<Found> found = loader.find(search.configuration().modules());
        Set<String> targetModules = search.moduleIds();
        Set<String> targets = found.stream()
                .filter(file -> targetModules.contains(file.module().id()))
                .filter(file -> search.isTarget(file.path(), filter))
                .map(Found::importPath)
                .collect(Collectors.toSet());
        ManagedMode managed = ManagedMode.find(root.tree(), root.printedPrefix());
        return new WorkspaceListing(search.configuration(), managed, loader, found, targetModules, targets);
    }

    /** The same files, with other targets. */
    public WorkspaceListing withTargets(Set<String> others) {
        WorkspaceListing listing =
                new WorkspaceListing(configuration, managed, loader, found.values(), targetModules, others);
        listing.read.putAll(read);
        return listing;
    }

    /** The same workspace, whose contracts have the options that they say. */
    public WorkspaceListing asWritten() {
        WorkspaceListing listing =
                new WorkspaceListing(configuration, ManagedMode.OFF, loader, found.values(), targetModules, targets);
        listing.read.putAll(read);
        return listing;
    }

    /** What stands before the paths of the workspace's files when they are printed, unless they lie in the working directory. */
    public String printedPrefix() {
        return loader.printedPrefix();
    }

    /** The configuration. */
    public BufYaml configuration() {
        return configuration;
    }

    /** The options that are set when code is generated. */
    public ManagedMode managed() {
        return managed;
    }

    /** The contracts with the options that are set when code is generated, for whoever cares for what consumers see. */
    public Schema managed(Schema schema) {
        return managed.apply(schema, modules());
    }

    /** The modules, in the order of the configuration. */
    public List<ModuleConfig> modules() {
        return configuration.modules();
    }

    /** The ids of the modules that were asked for; the others are there to be imported. */
    public Set<String> targetModules() {
        return targetModules;
    }

    /** The import paths of the files that were asked for. */
    public Set<String> targets() {
        return targets;
    }

    /** The import paths of all files, sorted. */
    public Set<String> paths() {
        return Collections.unmodifiableSet(found.keySet());
    }

    /** The import paths of the files of a module. */
    public Set<String> pathsOf(String module) {
        return Collections.unmodifiableSet(pathsByModule.getOrDefault(module, Set.of()));
    }

    /** The id of the module that a file belongs to, empty when there is no such file. */
    public Optional<String> moduleOf(String importPath) {
        return Optional.ofNullable(found.get(importPath))
                .map(file -> file.module().id());
    }

    /** The git directory of the clone that the workspace is of, which the clone's worktrees share; empty where it is of none. */
    public Optional<Path> gitDirectory() {
        return loader.gitDirectory();
    }

    /** Git's id of a file's content, empty where it is not known without reading. */
    public Optional<ObjectId> blobId(String importPath) throws ContractException {
        Found file = found.get(importPath);
        return file == null ? Optional.empty() : loader.blobId(file);
    }

    /** The same of several files, in their order; asked for once. */
    public List<Optional<ObjectId>> blobIds(List<String> importPaths) throws ContractException {
        List<Optional<ObjectId>> known = new ArrayList<>(importPaths.size());
        for (String path : importPaths) {
            Optional<ObjectId> id = ids.get(path);
            if (id == null) {
                id = blobId(path);
                ids.put(path, id);
            }
            known.add(id);
        }
        return known;
    }

    /** Those of these files that there are, sorted by import path. */
    public List<ContractFile> read(Collection<String> importPaths) throws ContractException {
        List<Found> asked = found(importPaths);
        loader.read(asked.stream()
                        .filter(file -> !read.containsKey(file.importPath()))
                        .toList())
                .forEach(file -> read.put(file.importPath(), file));
        return asked.stream()
                .map(file -> read.get(file.importPath()))
                .filter(Objects::nonNull)
                .toList();
    }

    /** Takes these files of another state as read, in which they are the same: they are not read again. */
    public void take(Collection<ContractFile> same) {
        for (ContractFile file : same) {
            Found own = found.get(file.importPath());
            if (own != null) {
                read.putIfAbsent(own.importPath(), own.with(file.text()));
            }
        }
    }

    /** What is made of those of these files that there are, sorted by import path; what is read for it is not kept. */
    public <T> List<T> outlines(Collection<String> importPaths, Function<ContractFile, T> outline)
            throws ContractException {
        return loader.outlines(found(importPaths), read, outline);
    }

    private List<Found> found(Collection<String> importPaths) {
        return importPaths.stream()
                .distinct()
                .map(found::get)
                .filter(Objects::nonNull)
                .sorted((one, other) -> one.importPath().compareTo(other.importPath()))
                .toList();
    }

    /** Reads all files. */
    public Workspace load() throws ContractException {
        return new Workspace(configuration, read(found.keySet()), targetModules, targets);
    }
}
