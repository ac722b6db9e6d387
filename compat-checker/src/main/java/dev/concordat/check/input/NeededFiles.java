package dev.concordat.check.input;

import dev.concordat.schema.BuiltInContracts;
import dev.concordat.schema.ContractException;
import dev.concordat.schema.ContractFile;
import dev.concordat.schema.Failure;
import dev.concordat.schema.Place;
import dev.concordat.schema.Position;
import dev.concordat.schema.Problem;
import dev.concordat.schema.config.Dependency;
import dev.concordat.schema.config.WorkspaceListing;
import dev.concordat.schema.parse.ImportNode;
import dev.concordat.schema.parse.ParsedFiles;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the files that must be compiled: some of a workspace, and what they import, from other modules and from dependencies. No others are read. */
public final class NeededFiles {
    private final WorkspaceListing listing;
    private final ParsedFiles parsed;
    private final BufCache cache;
    private final List<Dependency> missing = new ArrayList<>();
    /** By import path, whether only a dependency can have the file. */
    private final Map<String, Boolean> elsewhere = new HashMap<>();

    private @Nullable Map<String, ContractFile> dependencies;

    /** A search in a workspace, and in buf's cache for what it depends on. */
    public NeededFiles(WorkspaceListing listing, ParsedFiles parsed) {
        this.listing = listing;
        this.parsed = parsed;
        this.cache = BufCache.ofUser();
    }

    /**
     * The files needed by these, which are among them, sorted by import path; those that the workspace does not have are left out.
     *
     * @throws ContractException of kind NO_ANSWER, when one is imported that only a dependency can have
     */
    public List<ContractFile> by(Set<String> targets) throws ContractException {
        if (listing.configuration().deps().isEmpty() && targets.containsAll(listing.paths())) {
            return listing.read(listing.paths());
        }
        List<ContractFile> needed = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        Set<String> seen = new HashSet<>(targets);
        List<ContractFile> level = listing.read(targets);
        while (!level.isEmpty()) {
            needed.addAll(level);
            level.parallelStream().forEach(file -> parsed.parse(file.text()));
            Set<String> wanted = new HashSet<>();
            for (ContractFile file : level) {
                for (ImportNode imported : parsed.parse(file.text()).file().imports()) {
                    String path = imported.path().text();
                    if (isMissing(path)) {
                        problems.add(missing(file, imported));
                    } else if (seen.add(path)) {
                        wanted.add(path);
                    }
                }
            }
            level = find(wanted);
        }
        if (!problems.isEmpty()) {
            throw new ContractException(Failure.NO_ANSWER, problems);
        }
        needed.sort((one, other) -> one.importPath().compareTo(other.importPath()));
        return needed;
    }

    private List<ContractFile> find(Collection<String> paths) throws ContractException {
        List<ContractFile> found = new ArrayList<>(listing.read(paths));
        for (String path : paths) {
            if (isElsewhere(path)) {
                Stream.ofNullable(dependencies().get(path)).forEach(found::add);
            }
        }
        return found;
    }

    private boolean isElsewhere(String path) {
        return !listing.configuration().deps().isEmpty()
                && elsewhere.computeIfAbsent(
                        path,
                        unknown -> listing.moduleOf(unknown).isEmpty()
                                && BuiltInContracts.find(unknown).isEmpty());
    }

    private boolean isMissing(String path) throws ContractException {
        return isElsewhere(path) && !dependencies().containsKey(path) && !missing.isEmpty();
    }

    /** Only a workspace that imports from them needs dependencies. */
    private Map<String, ContractFile> dependencies() throws ContractException {
        Map<String, ContractFile> known = dependencies;
        if (known == null) {
            known = new HashMap<>();
            for (Dependency dependency : listing.configuration().deps()) {
                cache.find(dependency).ifPresentOrElse(known::putAll, () -> missing.add(dependency));
            }
            dependencies = known;
        }
        return known;
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
