package dev.concordat.release;

import dev.concordat.schema.ContractException;
import dev.concordat.schema.Failure;
import dev.concordat.schema.source.CommitId;
import dev.concordat.schema.source.GitRepository;
import dev.concordat.schema.source.PathRules;
import java.util.Optional;
import org.eclipse.jgit.lib.Repository;

/**
 * The branch that changes are merged into, seen from a commit.
 *
 * @param fork the last commit before the change, whose rules hold: what the two have in common, or on the branch itself the first parent
 * @param before what a module without a release is compared with, empty for a repository's first commit
 * @param description what {@code before} is, for a sentence
 */
record TargetBranch(CommitId fork, Optional<CommitId> before, String description) {

    /**
     * The target branch as a change sees it. A commit that is merged already is compared with its first parent, and
     * uncommitted changes on it with the commit itself.
     *
     * @param name the branch's name; the remote's is preferred to the local one, which may lag behind
     * @param head the last commit
     * @param uncommitted whether there are changes after it
     */
    static TargetBranch of(GitRepository repository, String name, CommitId head, boolean uncommitted)
            throws ContractException {
        Optional<CommitId> remote = remoteTip(repository, name);
        Optional<CommitId> tip = remote.isPresent() ? remote : localTip(repository, name);
        CommitId fork = repository
                .mergeBase(head, tip.orElseThrow(() -> missing(name)))
                .orElseThrow(() -> unrelated(name, head));
        if (!fork.equals(head)) {
            String branch = remote.isPresent() ? "origin/" + name : name;
            return new TargetBranch(fork, Optional.of(fork), "the merge base with " + branch);
        }
        if (uncommitted) {
            return new TargetBranch(head, Optional.of(head), "the last commit");
        }
        Optional<CommitId> parent = repository.firstParent(head);
        return new TargetBranch(parent.orElse(head), parent, "the first parent");
    }

    /** The name of a branch, which git's commands also take with what stands before it. */
    static String nameOf(String branch) throws ContractException {
        String name = branch.replaceFirst("^(?:refs/heads/|(?:refs/remotes/)?origin/)", "");
        if (!Repository.isValidRefName("refs/heads/" + name)) {
            throw ContractException.of(
                    Failure.CONFIGURATION,
                    "%s is no name of a branch.".formatted(PathRules.quoted(branch)),
                    "Name the branch that the change is merged into, such as \"main\".");
        }
        return name;
    }

    /** In a shallow clone releases and merge bases are missing without a trace. */
    static void refuseShallow(GitRepository repository) throws ContractException {
        if (repository.isShallow()) {
            throw ContractException.of(
                    Failure.NO_ANSWER,
                    "This clone is shallow: earlier commits and releases are not in it.",
                    GitRepository.DEEPEN);
        }
    }

    /** Contracts without a commit before them are the first ones only where the target branch has none either. */
    static void refuseUnborn(GitRepository repository, String name) throws ContractException {
        if (remoteTip(repository, name).isPresent()
                || localTip(repository, name).isPresent()) {
            throw ContractException.of(
                    Failure.NO_ANSWER,
                    "HEAD has no commit, but the branch \"" + name + "\" has: a change begins where it does.",
                    "Check out \"" + name + "\" or a branch that was made from it.");
        }
    }

    private static Optional<CommitId> remoteTip(GitRepository repository, String name) throws ContractException {
        return repository.find("refs/remotes/origin/" + name);
    }

    private static Optional<CommitId> localTip(GitRepository repository, String name) throws ContractException {
        return repository.find("refs/heads/" + name);
    }

    private static ContractException missing(String name) {
        return ContractException.of(
                Failure.NO_ANSWER,
                "The branch \"" + name + "\" is not in this clone, so there is nothing to compare with.",
                "Fetch it with \"git fetch --tags origin " + name + ":refs/remotes/origin/" + name
                        + "\"; or name the branch that the change goes to, with --onto or as \"branch\" in concordat.yaml.");
    }

    private static ContractException unrelated(String name, CommitId head) {
        return ContractException.of(
                Failure.NO_ANSWER,
                "The commit " + head + " and the branch \"" + name + "\" have no commit in common.",
                "Fetch the whole history, or name the right branch as \"branch\" in concordat.yaml.");
    }
}
