package dev.concordat.release;

import dev.concordat.schema.BuiltInContracts;
import dev.concordat.schema.ContractException;
import dev.concordat.schema.ContractFile;
import dev.concordat.schema.ProtoFile;
import dev.concordat.schema.config.WorkspaceListing;
import dev.concordat.schema.parse.ContractParser;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The outlines of all files of a workspace, and of those of third parties that they import: what they import, and how much there is of them. */
final class Outlines {
    private final WorkspaceListing listing;
    private final Map<String, ContractOutline> own;
    private final Map<String, ContractFile> thirdParties;
    private final Map<String, ContractFile> foreign = new HashMap<>();
    private final Map<String, ContractOutline> ofForeign = new HashMap<>();
    private final Set<String> missing = new HashSet<>();

    private final ContractParser parser;

    private Outlines(
            WorkspaceListing listing,
            ContractParser parser,
            Map<String, ContractOutline> own,
            Map<String, ContractFile> thirdParties) {
        this.listing = listing;
        this.parser = parser;
        this.own = own;
        this.thirdParties = thirdParties;
        own.values().forEach(outline -> outline.imports().forEach(this::find));
    }

    /**
     * Reads all files of a workspace.
     *
     * @param compiled its files with all that they import, empty where they can import built-in ones only
     */
    static Outlines of(WorkspaceListing listing, List<ProtoFile> compiled) throws ContractException {
        ContractParser parser = new ContractParser();
        return new Outlines(
                listing,
                parser,
                new TreeMap<>(listing.read(listing.paths()).parallelStream()
                        .collect(Collectors.toMap(
                                ContractFile::importPath, file -> ContractOutline.of(file.text(), parser)))),
                compiled.stream()
                        .filter(file -> file.module().isEmpty())
                        .map(file -> new ContractFile(file.path(), file.module(), file.text()))
                        .collect(Collectors.toMap(ContractFile::importPath, Function.identity())));
    }

    private void find(String path) {
        if (own.containsKey(path) || foreign.containsKey(path) || missing.contains(path)) {
            return;
        }
        Optional<ContractFile> found =
                Optional.ofNullable(thirdParties.get(path)).or(() -> BuiltInContracts.find(path));
        if (found.isEmpty()) {
            missing.add(path);
        } else {
            foreign.put(path, found.get());
            ContractOutline outline = ContractOutline.of(found.get().text(), parser);
            ofForeign.put(path, outline);
            outline.imports().forEach(this::find);
        }
    }

    /** Whether the syntax of all files is right, and all that they import is there. */
    boolean areSound() {
        return missing.isEmpty() && own.values().stream().allMatch(ContractOutline::wellFormed);
    }

    /** How many files a module has. */
    int files(String module) {
        return listing.pathsOf(module).size();
    }

    /** How many messages, enums and services a module has. */
    int types(String module) {
        return listing.pathsOf(module).stream()
                .mapToInt(path -> outline(path).types())
                .sum();
    }

    /** The packages of a module. */
    Set<String> packages(String module) {
        return listing.pathsOf(module).stream()
                .map(path -> outline(path).packageName())
                .collect(Collectors.toSet());
    }

    /** The import paths that a file names, in source order. */
    List<String> imports(String path) {
        return outline(path).imports();
    }

    /** The module of a file, empty for one of a third party and one that is not there. */
    Optional<String> moduleOf(String path) {
        return listing.moduleOf(path);
    }

    /** All files of the workspace, by import path. */
    Set<String> paths() {
        return own.keySet();
    }

    /** The files of a module, sorted. */
    List<ContractFile> filesOf(String module) throws ContractException {
        return listing.read(listing.pathsOf(module));
    }

    /** The files of other modules, and those of third parties, that a module imports, directly or not; sorted. */
    List<ContractFile> reachedFrom(String module) throws ContractException {
        Set<String> reached = closure(listing.pathsOf(module));
        reached.removeAll(listing.pathsOf(module));
        List<ContractFile> files = new ArrayList<>(listing.read(reached));
        reached.stream().filter(foreign::containsKey).map(foreign::get).forEach(files::add);
        return files;
    }

    /** Files and all that they import, directly or not. */
    Set<String> closure(Collection<String> paths) {
        Set<String> reached = new TreeSet<>(paths);
        Deque<String> open = new ArrayDeque<>(reached);
        while (!open.isEmpty()) {
            for (String imported : outline(open.pop()).imports()) {
                if ((own.containsKey(imported) || foreign.containsKey(imported)) && reached.add(imported)) {
                    open.push(imported);
                }
            }
        }
        return reached;
    }

    /** The files of the workspace that are among these or import one of them, directly or not. */
    Set<String> reaching(Collection<String> paths) {
        Map<String, List<String>> importers = new HashMap<>();
        own.forEach((path, outline) -> outline.imports()
                .forEach(imported -> importers
                        .computeIfAbsent(imported, unused -> new ArrayList<>())
                        .add(path)));
        Set<String> reaching = new TreeSet<>(paths);
        Deque<String> open = new ArrayDeque<>(reaching);
        while (!open.isEmpty()) {
            importers.getOrDefault(open.pop(), List.of()).stream()
                    .filter(reaching::add)
                    .forEach(open::push);
        }
        return reaching;
    }

    private ContractOutline outline(String path) {
        ContractOutline outline = own.containsKey(path) ? own.get(path) : ofForeign.get(path);
        if (outline == null) {
            throw new IllegalStateException("No outline of \"" + path + "\".");
        }
        return outline;
    }
}
