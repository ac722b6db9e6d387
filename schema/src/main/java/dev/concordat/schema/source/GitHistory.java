package dev.concordat.schema.source;

import dev.concordat.schema.ContractException;
import dev.concordat.schema.Failure;
import java.io.IOException;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.revwalk.filter.RevFilter;

/**
 * How commits descend from each other. JGit takes the last commit of a shallow clone for a root; here, an answer that could be another one in the
 * whole history is refused.
 */
final class GitHistory {
    private final Repository repository;

    GitHistory(Repository repository) {
        this.repository = repository;
    }

    /** The commits that have parents which are not in this clone. */
    Set<ObjectId> boundary() throws ContractException {
        return GitObjects.ask(
                "The git repository", () -> repository.getObjectDatabase().getShallowCommits());
    }

    Optional<CommitId> mergeBase(CommitId one, CommitId other) throws ContractException {
        Optional<CommitId> base = GitObjects.ask("The history", () -> newestBase(one, other));
        if (reachesBoundary(base, one, other)) {
            throw truncated("The last common commit of %s and %s".formatted(one.shortSha(), other.shortSha()));
        }
        return base;
    }

    /** Histories that were merged crosswise have several; time and id decide, as nothing better does. */
    private Optional<CommitId> newestBase(CommitId one, CommitId other) throws IOException {
        try (RevWalk walk = new RevWalk(repository)) {
            walk.setRevFilter(RevFilter.MERGE_BASE);
            walk.markStart(walk.parseCommit(objectId(one)));
            walk.markStart(walk.parseCommit(objectId(other)));
            TreeSet<RevCommit> bases = new TreeSet<>(
                    Comparator.comparingInt(RevCommit::getCommitTime).thenComparing(RevCommit::name));
            for (RevCommit base = walk.next(); base != null; base = walk.next()) {
                bases.add(base);
            }
            return bases.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new CommitId(bases.last().name()));
        }
    }

    boolean isAncestor(CommitId ancestor, CommitId descendant) throws ContractException {
        boolean found = GitObjects.ask("The history", () -> {
            try (RevWalk walk = new RevWalk(repository)) {
                return walk.isMergedInto(walk.parseCommit(objectId(ancestor)), walk.parseCommit(objectId(descendant)));
            }
        });
        if (!found && reachesBoundary(Optional.empty(), descendant)) {
            throw truncated("Whether %s comes before %s".formatted(ancestor.shortSha(), descendant.shortSha()));
        }
        return found;
    }

    Optional<CommitId> firstParent(CommitId commit) throws ContractException {
        if (boundary().contains(objectId(commit))) {
            throw truncated("The parent of " + commit.shortSha());
        }
        return GitObjects.ask("Commit " + commit, () -> {
            try (RevWalk walk = new RevWalk(repository)) {
                RevCommit parsed = walk.parseCommit(objectId(commit));
                return parsed.getParentCount() == 0
                        ? Optional.<CommitId>empty()
                        : Optional.of(new CommitId(parsed.getParent(0).name()));
            }
        });
    }

    /** Whether the history of some commits, without that of a base, ends where the clone was cut off. */
    private boolean reachesBoundary(Optional<CommitId> base, CommitId... commits) throws ContractException {
        Set<ObjectId> boundary = boundary();
        return !boundary.isEmpty()
                && GitObjects.ask("The history", () -> {
                    try (RevWalk walk = new RevWalk(repository)) {
                        for (CommitId commit : commits) {
                            walk.markStart(walk.parseCommit(objectId(commit)));
                        }
                        if (base.isPresent()) {
                            walk.markUninteresting(walk.parseCommit(objectId(base.get())));
                        }
                        for (RevCommit commit = walk.next(); commit != null; commit = walk.next()) {
                            if (boundary.contains(commit)) {
                                return true;
                            }
                        }
                        return false;
                    }
                });
    }

    private static ContractException truncated(String subject) {
        return ContractException.of(
                Failure.NO_ANSWER, subject + " is unknown, because this clone is shallow.", GitRepository.DEEPEN);
    }

    static ObjectId objectId(CommitId commit) {
        return ObjectId.fromString(commit.sha());
    }
}
