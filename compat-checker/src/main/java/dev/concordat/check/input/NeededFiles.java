package dev.concordat.check.input;

import dev.concordat.schema.BuiltInContracts;
import dev.concordat.schema.ContractException;
import dev.concordat.schema.ContractFile;
import dev.concordat.schema.Failure;
import dev.concordat.schema.Place;
import dev.concordat.schema.Position;
import dev.concordat.schema.Problem;
import dev.concordat.schema.config.ImportedJar;
import dev.concordat.schema.config.WorkspaceListing;
import dev.concordat.schema.parse.ImportNode;
import dev.concordat.schema.parse.ParsedFiles;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the files that must be compiled: some of a workspace, and what they import, from other modules and from dependencies. No others are read. */
public final class NeededFiles {
    private final WorkspaceListing listing;
    private final ParsedFiles parsed;
    private final Dependencies dependencies;
    /** By import path, whether only a dependency can have the file. */
    private final Map<String, Boolean> elsewhere = new HashMap<>();

    private @Nullable DependencyFiles found;

    /** A search in a workspace, and for what it depends on in these places. */
    public NeededFiles(WorkspaceListing listing, ParsedFiles parsed, Dependencies dependencies) {
        this.listing = listing;
        this.parsed = parsed;
        this.dependencies = dependencies;
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
        List<ContractFile> level = find(targets);
        while (!level.isEmpty()) {
            needed.addAll(level);
            level.parallelStream().forEach(file -> parsed.parse(file.text()));
            Set<String> wanted = new HashSet<>();
            for (ContractFile file : level) {
                for (ImportNode imported : parsed.parse(file.text()).file().imports()) {
                    String path = imported.path().text();
                    Optional<Problem> objection =
                            isElsewhere(path) ? dependencies().objection(path) : Optional.empty();
                    if (objection.isPresent()) {
                        problems.add(problem(file, imported, objection.get()));
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

    /**
     * The import paths of these files and of all that they import, in two states of a workspace: what one of the two needs must not be missing in the
     * other.
     *
     * @param differing the import paths of the files that are not the same in both; all others are read once
     */
    public static Set<String> inBoth(
            Set<String> targets, NeededFiles current, NeededFiles previous, Set<String> differing)
            throws ContractException {
        Set<String> all = new HashSet<>(targets);
        for (Set<String> latest = targets; !latest.isEmpty(); ) {
            List<ContractFile> now = current.by(latest);
            previous.listing.take(now.stream()
                    .filter(file -> !differing.contains(file.importPath()))
                    .toList());
            Set<String> more = new HashSet<>();
            now.forEach(file -> more.add(file.importPath()));
            previous.by(latest).forEach(file -> more.add(file.importPath()));
            more.removeAll(all);
            all.addAll(more);
            latest = more;
        }
        return all;
    }

    /** The jar that a file of a dependency is from, empty when it is from no jar. */
    Optional<ImportedJar> jar(String path) throws ContractException {
        return isElsewhere(path) ? dependencies().jar(path) : Optional.empty();
    }

    private List<ContractFile> find(Collection<String> paths) throws ContractException {
        List<ContractFile> all = new ArrayList<>(listing.read(paths));
        for (String path : paths) {
            if (isElsewhere(path)) {
                dependencies().find(path).ifPresent(all::add);
            }
        }
        return all;
    }

    private boolean isElsewhere(String path) {
        return !listing.configuration().deps().isEmpty()
                && elsewhere.computeIfAbsent(
                        path,
                        unknown -> listing.moduleOf(unknown).isEmpty()
                                && BuiltInContracts.find(unknown).isEmpty());
    }

    /** Only a workspace that imports from them needs dependencies. */
    private DependencyFiles dependencies() throws ContractException {
        DependencyFiles known = found;
        if (known == null) {
            known = DependencyFiles.of(listing.configuration().deps(), dependencies);
            found = known;
        }
        return known;
    }

    private static Problem problem(ContractFile file, ImportNode imported, Problem objection) {
        Position position = file.text().position(imported.path().start());
        Place place = new Place(file.text().path(), position.line(), position.column());
        return Problem.at(place, objection.message(), objection.remedy());
    }
}
