package dev.concordat.check.change;

import dev.concordat.schema.ContractException;
import dev.concordat.schema.ContractFile;
import dev.concordat.schema.config.WorkspaceListing;
import dev.concordat.schema.parse.FileNode;
import dev.concordat.schema.parse.ImportNode;
import dev.concordat.schema.parse.ParsedFiles;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds the files that the difference of two states of a workspace can touch: those that changed, and those that are as they were and may mean something
 * else, or no longer compile, because of it. All others are the same in both states, and mean the same.
 */
public final class TouchedFiles {
    private final WorkspaceListing previous;
    private final WorkspaceListing current;
    private final ParsedFiles parsed;
    private final FileChanges changes;

    private TouchedFiles(WorkspaceListing previous, WorkspaceListing current, ParsedFiles parsed, FileChanges changes) {
        this.previous = previous;
        this.current = current;
        this.parsed = parsed;
        this.changes = changes;
    }

    /** A search in two states of a workspace, whose modules have the same layout and dependencies. */
    public static TouchedFiles between(WorkspaceListing previous, WorkspaceListing current, ParsedFiles parsed)
            throws ContractException {
        return new TouchedFiles(previous, current, parsed, FileChanges.between(previous, current));
    }

    /** The files that are not the same in both states. */
    public FileChanges changes() {
        return changes;
    }

    /** The import paths of the files that are touched. */
    public Set<String> find() throws ContractException {
        Set<String> changed = changes.changed();
        Versions versions = parse(changed);
        ExportChanges exports = new ExportChanges(versions.before(), versions.now());
        return exports.isEmpty() ? changed : find(versions, exports, new ImportGraph());
    }

    /**
     * The same with the files that import changed ones, directly or not, for which these are compared too.
     *
     * @param asked the files that are compared together with what they import; no others are found
     */
    public Set<String> findWithImporters(Set<String> asked) throws ContractException {
        Set<String> changed = changes.changed();
        if (changed.isEmpty()) {
            return Set.of();
        }
        Versions versions = parse(changed);
        ImportGraph graph = new ImportGraph();
        Set<String> touched = find(versions, new ExportChanges(versions.before(), versions.now()), graph);
        touched.addAll(graph.reaching(changed));
        Set<String> compared = graph.reachedFrom(asked);
        compared.addAll(asked);
        touched.retainAll(compared);
        return touched;
    }

    private Set<String> find(Versions versions, ExportChanges exports, ImportGraph graph) throws ContractException {
        versions.before().forEach((path, file) -> add(path, file, graph));
        versions.now().forEach((path, file) -> add(path, file, graph));
        Set<String> unchanged = new HashSet<>(current.paths());
        unchanged.removeAll(changes.changed());
        Set<String> touched = new AffectedFiles(current.read(unchanged), exports, graph).find();
        touched.addAll(changes.changed());
        return touched;
    }

    private static void add(String path, FileNode file, ImportGraph graph) {
        List<String> imports = new ArrayList<>();
        List<String> passedOn = new ArrayList<>();
        for (ImportNode imported : file.imports()) {
            imports.add(imported.path().text());
            if (imported.is("public")) {
                passedOn.add(imported.path().text());
            }
        }
        graph.add(path, imports, passedOn);
    }

    private Versions parse(Set<String> paths) throws ContractException {
        return new Versions(parse(previous, paths), parse(current, paths));
    }

    private Map<String, FileNode> parse(WorkspaceListing listing, Collection<String> paths) throws ContractException {
        return listing.read(paths).parallelStream()
                .collect(Collectors.toMap(
                        ContractFile::importPath,
                        file -> parsed.parse(file.text()).file()));
    }

    /** The changed files by import path, in both states. */
    private record Versions(Map<String, FileNode> before, Map<String, FileNode> now) {}
}
