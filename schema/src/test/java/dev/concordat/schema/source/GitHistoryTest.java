package dev.concordat.schema.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.concordat.schema.ContractException;
import dev.concordat.schema.Failure;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.PersonIdent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What commits have to do with one another. */
final class GitHistoryTest {
    @TempDir
    private Path directory;

    @Test
    void readsHistory() throws ContractException {
        GitSandbox git = GitSandbox.init(directory);
        CommitId first = git.commit("one");
        CommitId second = git.commit("two");
        git.git("checkout", "-q", "-b", "topic", first.sha());
        CommitId side = git.commit("side");
        try (GitRepository repository = GitRepository.open(directory)) {
            assertEquals(side, repository.head());
            assertEquals("topic", repository.currentBranch());
            assertEquals(second, repository.resolve("main"));
            assertEquals(second, repository.resolve(second.sha()));
            assertEquals(Optional.of(first), repository.mergeBase(second, side));
            assertEquals(Optional.of(first), repository.firstParent(second));
            assertEquals(Optional.empty(), repository.firstParent(first));
            assertTrue(repository.isAncestor(first, side));
            assertTrue(repository.isAncestor(side, side));
            assertFalse(repository.isAncestor(second, side));
            assertFalse(repository.isShallow());
            assertEquals(directory, repository.workTree());
            PersonIdent committer = repository.committer(first);
            assertEquals("Carl Committer", committer.getName());
            assertEquals("2026-01-02T02:04:06Z", committer.getWhenAsInstant().toString());
        }
    }

    @Test
    void findsNoMergeBaseOfUnrelatedHistories() throws ContractException {
        GitSandbox git = GitSandbox.init(directory);
        CommitId first = git.commit("one");
        git.git("checkout", "-q", "--orphan", "other");
        CommitId other = git.commit("other");
        try (GitRepository repository = GitRepository.open(directory)) {
            assertEquals(Optional.empty(), repository.mergeBase(first, other));
            assertFalse(repository.isAncestor(first, other));
        }
    }

    @Test
    void refusesSeveralMergeBases() throws ContractException {
        GitSandbox git = GitSandbox.init(directory);
        CommitId root = git.commit("root");
        CommitId one = git.write("one", "").commit("one");
        git.git("checkout", "-q", "-b", "topic", root.sha());
        CommitId other = git.write("other", "").commit("other");
        git.git("merge", "-q", "--no-ff", "-m", "topic", "main");
        git.git("checkout", "-q", "main");
        git.git("merge", "-q", "--no-ff", "-m", "main", other.sha());
        String bases = Stream.of(one, other)
                .map(CommitId::sha)
                .sorted()
                .map(sha -> new CommitId(sha).shortSha())
                .collect(Collectors.joining(", "));
        try (GitRepository repository = GitRepository.open(directory)) {
            CommitId main = repository.resolve("main");
            CommitId topic = repository.resolve("topic");
            ContractException e = assertThrows(ContractException.class, () -> repository.mergeBase(main, topic));
            assertEquals(Failure.NO_ANSWER, e.failure());
            assertEquals(
                    "%s and %s have several last common commits, none of which has all that is merged: %s."
                                    .formatted(main.shortSha(), topic.shortSha(), bases)
                            + " Merge the branch that the change goes to into it once more; then there is one.",
                    e.getMessage());
            git.git("merge", "-q", "--no-ff", "-m", "again", "topic");
            assertEquals(Optional.of(topic), repository.mergeBase(repository.resolve("main"), topic));
        }
    }
}
