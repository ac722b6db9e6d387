package dev.concordat.release;

import dev.concordat.check.input.NeededFiles;
import dev.concordat.check.input.WorkspaceSchemas;
import dev.concordat.check.touched.TouchedFiles;
import dev.concordat.schema.ContractException;
import dev.concordat.schema.Schema;
import dev.concordat.schema.config.WorkspaceListing;
import dev.concordat.schema.source.CommitId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The contracts that are compared with those of earlier commits: of both what their difference can touch, with what that imports. The rest is the same in
 * both, and compiles now if it compiled then. All is compiled where nobody has compiled it before: what a commit without buf.yaml holds, or what cannot
 * compile, because its syntax is wrong or an import is missing.
 */
final class ComparedContracts {
    private static final Schema NOTHING = new Schema(List.of());

    private final Revision current;
    private final EarlierRevisions earlier;
    private final WorkspaceSchemas compiler;
    private final Extent extent;
    private final Map<CommitId, Versions> known = new HashMap<>();

    ComparedContracts(Revision current, EarlierRevisions earlier, WorkspaceSchemas compiler, Extent extent) {
        this.current = current;
        this.earlier = earlier;
        this.compiler = compiler;
        this.extent = extent;
    }

    /** How much is compiled, which decides nothing but the time that it takes. */
    enum Extent {
        TOUCHED,
        ALL
    }

    /** All current contracts, after nothing. */
    Versions sinceNothing() throws ContractException {
        return new Versions(NOTHING, current.schema());
    }

    /** All contracts of a commit, and all current ones. */
    Versions all(CommitId commit) throws ContractException {
        Schema now = current.schema();
        return new Versions(earlier.schema(commit), now);
    }

    /** The contracts that the difference to a commit can touch. */
    Versions since(CommitId commit) throws ContractException {
        Versions versions = known.get(commit);
        if (versions == null) {
            Optional<WorkspaceListing> before = partly(commit);
            versions = before.isPresent() ? touched(commit, before.get()) : all(commit);
            known.put(commit, versions);
        }
        return versions;
    }

    /** Compiles the current contracts where no comparison did: those that the difference to a commit can touch, or all of them. */
    void compile(Optional<CommitId> commit) throws ContractException {
        if (!known.isEmpty()) {
            return;
        }
        Optional<Set<String>> needed = commit.isPresent() ? needed(commit.get()) : Optional.empty();
        if (needed.isPresent()) {
            compileNow(needed.get());
        } else {
            current.schema();
        }
    }

    /** Nothing is compared with the commit, so that it may be unreadable. */
    private Optional<Set<String>> needed(CommitId commit) {
        try {
            Optional<WorkspaceListing> before = partly(commit);
            return before.isPresent() ? Optional.of(needed(before.get())) : Optional.empty();
        } catch (ContractException e) {
            return Optional.empty();
        }
    }

    /** The files of a commit, empty where all is compiled: what dependencies hold, and options that a configuration sets, can change any of them. */
    private Optional<WorkspaceListing> partly(CommitId commit) throws ContractException {
        return isWhole() || !current.outlines().areSound() || idsMoved(commit)
                ? Optional.empty()
                : earlier.listing(commit).filter(Revision::isPlain);
    }

    /** Whether ids went to other directories, so that files that are the same are of another module. */
    private boolean idsMoved(CommitId commit) throws ContractException {
        for (ContractModule module : earlier.modules(commit)) {
            if (current.modules().stream()
                    .anyMatch(now -> now.id().equals(module.id()) != now.path().equals(module.path()))) {
                return true;
            }
        }
        return false;
    }

    private boolean isWhole() {
        return extent == Extent.ALL || !Revision.isPlain(current.listing());
    }

    private Versions touched(CommitId commit, WorkspaceListing before) throws ContractException {
        Set<String> needed = EarlierRevisions.answering(commit, () -> needed(before));
        Schema now = compileNow(needed);
        return new Versions(EarlierRevisions.answering(commit, () -> compiler.compile(before, needed)), now);
    }

    /** What is wrong is told with all contracts in sight: they may have what a file should import. */
    private Schema compileNow(Set<String> needed) throws ContractException {
        try {
            return compiler.compile(current.listing(), needed);
        } catch (ContractException e) {
            current.schema();
            throw e;
        }
    }

    /** All current files are read already, so that only earlier ones can be unreadable. */
    private Set<String> needed(WorkspaceListing before) throws ContractException {
        TouchedFiles search = TouchedFiles.between(before, current.listing(), compiler.parsed());
        Set<String> touched = new TreeSet<>(search.find());
        // A file that differs in comments alone is a reason for a patch.
        Set<String> differing = search.changes().differing();
        touched.addAll(differing);
        return NeededFiles.inBoth(touched, compiler.needed(current.listing()), compiler.needed(before), differing);
    }

    /** Those of some types, which are compared with a commit, that a module uses, directly or through others. */
    Set<String> used(String module, Set<String> types, CommitId commit) throws ContractException {
        Set<String> used = new TreeSet<>(types);
        if (!types.isEmpty()) {
            used.retainAll(TypeReach.of(users(module, types, commit), module));
        }
        return used;
    }

    /** The same of the module's stable packages alone. */
    Set<String> usedByStable(String module, Set<String> types, CommitId commit) throws ContractException {
        Set<String> used = new TreeSet<>(types);
        if (!types.isEmpty()) {
            used.retainAll(TypeReach.ofStable(users(module, types, commit), module));
        }
        return used;
    }

    /** Only files that import those of types, directly or not, can use them. */
    private Schema users(String module, Set<String> types, CommitId commit) throws ContractException {
        if (isWhole()) {
            return current.schema();
        }
        Schema compared = since(commit).current();
        Set<String> files = new HashSet<>();
        for (String type : types) {
            compared.message(type).ifPresent(message -> files.add(message.file()));
            compared.enumType(type).ifPresent(enumType -> files.add(enumType.file()));
        }
        Set<String> users = current.outlines().reaching(files);
        users.retainAll(current.listing().pathsOf(module));
        return compiler.compile(current.listing(), users);
    }
}
