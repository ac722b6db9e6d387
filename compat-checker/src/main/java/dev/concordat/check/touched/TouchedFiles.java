package dev.concordat.check.touched;

import dev.concordat.schema.ContractException;
import dev.concordat.schema.ContractFile;
import dev.concordat.schema.config.WorkspaceListing;
import dev.concordat.schema.parse.FileNode;
import dev.concordat.schema.parse.ImportNode;
import dev.concordat.schema.parse.ParsedFiles;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds the files that the difference of two states of a workspace can touch: those that changed, and those that are as they were and may mean something
 * else, or no longer compile, because of it. All others are the same in both states, and mean the same.
 */
public final class TouchedFiles {
    private final WorkspaceListing current;
    private final ParsedFiles parsed;
    private final FileChanges changes;
    private final Map<String, FileNode> before;
    private final Map<String, FileNode> now;
    private final Set<String> moved;

    private @Nullable ExportChanges exports;

    private TouchedFiles(WorkspaceListing previous, WorkspaceListing current, ParsedFiles parsed, FileChanges changes)
            throws ContractException {
        this.current = current;
        this.parsed = parsed;
        this.changes = changes;
        List<ContractFile> filesBefore = previous.read(changes.changed());
        List<ContractFile> filesNow = current.read(changes.changed());
        List<ContractFile> files = new ArrayList<>(filesBefore);
        files.addAll(filesNow);
        files.parallelStream().forEach(file -> parsed.parse(file.text()));
        this.before = nodes(filesBefore);
        this.now = nodes(filesNow);
        this.moved = new HashSet<>(changes.changed());
        moved.removeIf(path -> previous.moduleOf(path).equals(current.moduleOf(path)));
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

    /** Whether a file lacks something that it declared, or is no longer where it was; where that went, only others tell. */
    public boolean takesAway() {
        return exports().takesAway();
    }

    private ExportChanges exports() {
        ExportChanges known = exports;
        if (known == null) {
            known = new ExportChanges(before, now, moved);
            exports = known;
        }
        return known;
    }

    /** The import paths of the files that are touched. */
    public Set<String> find() throws ContractException {
        return exports().isEmpty() ? changes.changed() : find(new ImportGraph());
    }

    /**
     * The same with the files that import touched ones, directly or not, for which these are compared too.
     *
     * @param asked the files that are compared together with what they import; no others are found
     */
    public Set<String> findWithImporters(Set<String> asked) throws ContractException {
        if (changes.changed().isEmpty()) {
            return Set.of();
        }
        ImportGraph graph = new ImportGraph();
        Set<String> touched = find(graph);
        touched.addAll(graph.reaching(touched));
        Set<String> compared = graph.reachedFrom(asked);
        compared.addAll(asked);
        touched.retainAll(compared);
        return touched;
    }

    private Set<String> find(ImportGraph graph) throws ContractException {
        before.forEach((path, file) -> add(path, file, graph));
        now.forEach((path, file) -> add(path, file, graph));
        Set<String> unchanged = new HashSet<>(current.paths());
        unchanged.removeAll(changes.changed());
        Set<String> touched = new AffectedFiles(current, unchanged, exports(), graph).find();
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

    /** What was parsed of files, by import path. */
    private Map<String, FileNode> nodes(List<ContractFile> files) {
        return files.stream()
                .collect(Collectors.toMap(
                        ContractFile::importPath,
                        file -> parsed.parse(file.text()).file()));
    }
}
