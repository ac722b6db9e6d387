package dev.concordat.check.input;

import dev.concordat.schema.BuiltInContracts;
import dev.concordat.schema.ContractException;
import dev.concordat.schema.ContractFile;
import dev.concordat.schema.Failure;
import dev.concordat.schema.Place;
import dev.concordat.schema.Position;
import dev.concordat.schema.Problem;
import dev.concordat.schema.config.Dependency;
import dev.concordat.schema.config.Workspace;
import dev.concordat.schema.parse.ContractParser;
import dev.concordat.schema.parse.ImportNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds the files that must be compiled: some of a workspace, and what they import, from other modules and from dependencies. */
public final class NeededFiles {
    private final Workspace workspace;
    private final BufCache cache;
    private final Map<String, ContractFile> known = new LinkedHashMap<>();
    private final List<Dependency> missing = new ArrayList<>();
    private final ContractParser parser = new ContractParser();
    private boolean hasDependencies;

    /** A search in a workspace, and in buf's cache for what it depends on. */
    public NeededFiles(Workspace workspace) {
        this(workspace, BufCache.ofUser());
    }

    NeededFiles(Workspace workspace, BufCache cache) {
        this.workspace = workspace;
        this.cache = cache;
        workspace.files().forEach(file -> known.put(file.importPath(), file));
    }

    /**
     * The files needed by these, which are among them, in a fixed order.
     *
     * @throws ContractException of kind NO_ANSWER, when one is imported that only a dependency can have
     */
    public List<ContractFile> by(Set<String> targets) throws ContractException {
        List<Dependency> deps = workspace.configuration().deps();
        if (targets.size() == known.size() && deps.isEmpty()) {
            return workspace.files();
        }
        Set<String> seen = new HashSet<>(targets);
        Deque<ContractFile> open = new ArrayDeque<>(workspace.files().stream()
                .filter(file -> targets.contains(file.importPath()))
                .toList());
        List<Problem> problems = new ArrayList<>();
        while (!open.isEmpty()) {
            ContractFile file = open.remove();
            for (ImportNode imported : imports(file)) {
                String path = imported.path().text();
                Optional<ContractFile> found = find(path, deps);
                if (found.isPresent() && seen.add(path)) {
                    open.add(found.get());
                } else if (found.isEmpty()
                        && !missing.isEmpty()
                        && BuiltInContracts.find(path).isEmpty()) {
                    problems.add(missing(file, imported));
                }
            }
        }
        if (!problems.isEmpty()) {
            throw new ContractException(Failure.NO_ANSWER, problems);
        }
        return known.values().stream()
                .filter(file -> seen.contains(file.importPath()))
                .toList();
    }

    private Optional<ContractFile> find(String path, List<Dependency> deps) throws ContractException {
        if (!known.containsKey(path)
                && !deps.isEmpty()
                && BuiltInContracts.find(path).isEmpty()) {
            addDependencies(deps);
        }
        return Optional.ofNullable(known.get(path));
    }

    private List<ImportNode> imports(ContractFile file) {
        return parser.parse(file.text()).file().imports();
    }

    /** Only a workspace that imports from them needs dependencies. */
    private void addDependencies(List<Dependency> deps) throws ContractException {
        if (hasDependencies) {
            return;
        }
        hasDependencies = true;
        Map<String, ContractFile> found = new HashMap<>();
        for (Dependency dependency : deps) {
            cache.find(dependency).ifPresentOrElse(found::putAll, () -> missing.add(dependency));
        }
        found.keySet().stream().sorted().forEach(path -> known.putIfAbsent(path, found.get(path)));
    }

    private Problem missing(ContractFile file, ImportNode imported) {
        Position position = file.text().position(imported.path().start());
        String names = missing.stream().map(Dependency::toString).collect(Collectors.joining(", "));
        boolean pinned =
                missing.stream().allMatch(dependency -> dependency.pin().isPresent());
        return Problem.at(
                new Place(file.text().path(), position.line(), position.column()),
                "\"%s\" is in no module here and not built in; it may be a part of %s, which %s, and nothing is fetched while checking."
                        .formatted(
                                imported.path().text(), names, pinned ? "buf's cache lacks" : "buf.lock does not pin"),
                pinned
                        ? "Run \"buf build\" first, which fills the cache, or put the files into a module of this workspace."
                        : "Run \"buf dep update\", or put the files into a module of this workspace.");
    }
}
