package dev.concordat.schema.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.concordat.schema.ContractException;
import dev.concordat.schema.Failure;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

final class ShallowCloneTest {
    private static final String FIX =
            " Run \"git fetch --unshallow --tags\"; in GitHub Actions give actions/checkout \"fetch-depth: 0\".";

    @TempDir
    private Path directory;

    /** On main one, two, three; on topic, from one: four. */
    private GitSandbox origin() {
        GitSandbox git = GitSandbox.init(directory.resolve("origin"));
        CommitId first = git.write("a.proto", "1").commit("one");
        git.write("a.proto", "2").commit("two");
        git.write("a.proto", "3").commit("three");
        git.git("checkout", "-q", "-b", "topic", first.sha());
        git.write("b.proto", "4").commit("four");
        return git;
    }

    @Test
    void refusesToNameTheMergeBaseThatWasCutOff() throws ContractException {
        GitSandbox clone = origin().cloned(directory.resolve("clone"), "--depth", "1", "--no-single-branch");
        try (GitRepository repository = GitRepository.open(clone.directory())) {
            assertTrue(repository.isShallow());
            CommitId topic = repository.resolve("origin/topic");
            CommitId main = repository.resolve("origin/main");
            assertRefused(
                    "The last common commit of %s and %s is unknown, because this clone is shallow."
                            .formatted(topic.shortSha(), main.shortSha()),
                    () -> repository.mergeBase(topic, main));
            assertRefused(
                    "Whether %s comes before %s is unknown, because this clone is shallow."
                            .formatted(topic.shortSha(), main.shortSha()),
                    () -> repository.isAncestor(topic, main));
            assertRefused(
                    "The parent of %s is unknown, because this clone is shallow.".formatted(topic.shortSha()),
                    () -> repository.firstParent(topic));
        }
    }

    @Test
    void namesTheFixForARevisionThatWasNotFetched() throws ContractException {
        GitSandbox clone = origin().cloned(directory.resolve("clone"), "--depth", "1");
        try (GitRepository repository = GitRepository.open(clone.directory())) {
            assertRefused(
                    "Revision \"origin/main\" is not in this clone, which is shallow.",
                    () -> repository.resolve("origin/main"));
        }
    }

    @Test
    void answersWhatIsCertainInAShallowClone() throws ContractException {
        GitSandbox origin = origin();
        GitSandbox clone = origin.cloned(directory.resolve("clone"), "--depth", "2", "--branch", "main");
        try (GitRepository repository = GitRepository.open(clone.directory())) {
            CommitId three = repository.head();
            CommitId two = repository.firstParent(three).orElseThrow();
            assertTrue(repository.isAncestor(two, three));
            assertEquals(Optional.of(two), repository.mergeBase(two, three));
            assertEquals("2", new String(repository.tree(two).read("a.proto").orElseThrow(), UTF_8));
        }
    }

    /** A commit that both histories have is not the best one when a newer one may have been cut off. */
    @Test
    void refusesAMergeBaseWhileABetterOneMayBeCutOff() throws ContractException {
        GitSandbox git = GitSandbox.init(directory.resolve("origin"));
        CommitId root = git.commit("root");
        CommitId better = git.commit("better");
        CommitId main = git.commit("main");
        git.git("checkout", "-q", "-b", "side", better.sha());
        CommitId side = git.commit("side");
        git.git("checkout", "-q", "-b", "topic", root.sha());
        CommitId own = git.commit("own");
        git.git("merge", "-q", "--no-ff", "-m", "merge", side.sha());
        CommitId topic = new CommitId(git.git("rev-parse", "HEAD"));
        try (GitRepository repository = GitRepository.open(git.directory())) {
            assertEquals(Optional.of(better), repository.mergeBase(topic, main));
        }
        git.write(".git/shallow", side.sha() + "\n");
        try (GitRepository repository = GitRepository.open(git.directory())) {
            assertThrows(ContractException.class, () -> repository.mergeBase(topic, main));
            assertEquals(Optional.of(root), repository.mergeBase(own, main));
        }
    }

    @Test
    void namesTheObjectThatAPartialCloneLacks() throws ContractException {
        GitSandbox origin = origin();
        origin.git("config", "uploadpack.allowFilter", "true");
        GitSandbox clone = origin.cloned(directory.resolve("clone"), "--filter=blob:none", "--no-checkout");
        try (GitRepository repository = GitRepository.open(clone.directory())) {
            FileTree tree = repository.tree(repository.head());
            String blob = clone.git("rev-parse", "HEAD:b.proto");
            ContractException e = assertThrows(ContractException.class, () -> tree.read("b.proto"));
            assertEquals(
                    "Git object %s of \"b.proto\" cannot be read: git object %s is not in this clone."
                            .formatted(blob, blob),
                    e.problems().get(0).message());
        }
    }

    private static void assertRefused(String message, Executable call) {
        ContractException e = assertThrows(ContractException.class, call);
        assertEquals(Failure.NO_ANSWER, e.failure());
        assertEquals(message + FIX, e.getMessage());
    }
}
