package dev.concordat.schema.source;

import dev.concordat.schema.ContractException;
import dev.concordat.schema.Failure;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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

    /** Histories that were merged crosswise have several; whichever were chosen would lack what only another one has. */
    Optional<CommitId> mergeBase(CommitId one, CommitId other) throws ContractException {
        List<CommitId> bases = GitObjects.ask("The history", () -> mergeBases(one, other));
        if (reachesBoundary(bases, one, other)) {
            throw truncated("The last common commit of %s and %s".formatted(one.shortSha(), other.shortSha()));
        }
        if (bases.size() > 1) {
            throw ContractException.of(
                    Failure.NO_ANSWER,
                    "%s and %s have several last common commits, none of which has all that is merged: %s."
                            .formatted(
                                    one.shortSha(),
                                    other.shortSha(),
                                    bases.stream().map(CommitId::shortSha).collect(Collectors.joining(", "))),
                    "Merge the branch that the change goes to into it once more; then there is one.");
        }
        return bases.stream().findFirst();
    }

    private List<CommitId> mergeBases(CommitId one, CommitId other) throws IOException {
        try (RevWalk walk = HistoryReader.walk(repository)) {
            walk.setRevFilter(RevFilter.MERGE_BASE);
            walk.markStart(walk.parseCommit(objectId(one)));
            walk.markStart(walk.parseCommit(objectId(other)));
            List<CommitId> bases = new ArrayList<>();
            for (RevCommit base = walk.next(); base != null; base = walk.next()) {
                bases.add(new CommitId(base.name()));
            }
            bases.sort((base, second) -> base.sha().compareTo(second.sha()));
            return bases;
        }
    }

    boolean isAncestor(CommitId ancestor, CommitId descendant) throws ContractException {
        boolean found = GitObjects.ask("The history", () -> {
            try (RevWalk walk = HistoryReader.walk(repository)) {
                return walk.isMergedInto(walk.parseCommit(objectId(ancestor)), walk.parseCommit(objectId(descendant)));
            }
        });
        if (!found && reachesBoundary(List.of(), descendant)) {
            throw truncated("Whether %s comes before %s".formatted(ancestor.shortSha(), descendant.shortSha()));
        }
        return found;
    }

    /** The commits in the history of one, itself among them, that are not in the history of another. */
    Set<CommitId> since(CommitId base, CommitId commit) throws ContractException {
        if (reachesBoundary(List.of(base), commit)) {
            throw truncated("What was merged between %s and %s".formatted(base.shortSha(), commit.shortSha()));
        }
        return GitObjects.ask("The history", () -> {
            try (RevWalk walk = HistoryReader.walk(repository)) {
                walk.markStart(walk.parseCommit(objectId(commit)));
                walk.markUninteresting(walk.parseCommit(objectId(base)));
                Set<CommitId> commits = new HashSet<>();
                for (RevCommit found : walk) {
                    commits.add(new CommitId(found.name()));
                }
                return commits;
            }
        });
    }

    Optional<CommitId> firstParent(CommitId commit) throws ContractException {
        if (boundary().contains(objectId(commit))) {
            throw truncated("The parent of " + commit.shortSha());
        }
        return GitObjects.ask("Commit " + commit, () -> {
            try (RevWalk walk = HistoryReader.walk(repository)) {
                RevCommit parsed = walk.parseCommit(objectId(commit));
                return parsed.getParentCount() == 0
                        ? Optional.<CommitId>empty()
                        : Optional.of(new CommitId(parsed.getParent(0).name()));
            }
        });
    }

    /** Whether the history of some commits, without that of bases, ends where the clone was cut off. */
    private boolean reachesBoundary(List<CommitId> bases, CommitId... commits) throws ContractException {
        Set<ObjectId> boundary = boundary();
        return !boundary.isEmpty()
                && GitObjects.ask("The history", () -> {
                    try (RevWalk walk = HistoryReader.walk(repository)) {
                        for (CommitId commit : commits) {
                            walk.markStart(walk.parseCommit(objectId(commit)));
                        }
                        for (CommitId base : bases) {
                            walk.markUninteresting(walk.parseCommit(objectId(base)));
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
