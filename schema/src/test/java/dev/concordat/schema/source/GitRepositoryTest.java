package dev.concordat.schema.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.concordat.schema.ContractException;
import dev.concordat.schema.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.lib.ConfigConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GitRepositoryTest {
    @TempDir
    private Path directory;

    @Test
    void readsAnOlderCommitWhileTheWorkingTreeIsNewer() throws ContractException {
        GitSandbox git = GitSandbox.init(directory);
        CommitId first = git.write("proto/a.proto", "first").write("b.txt", "b").commit("one");
        git.write("proto/a.proto", "second").write("proto/c/d.proto", "d").commit("two");
        git.write("proto/a.proto", "third");
        try (GitRepository repository = GitRepository.open(directory.resolve("proto/c"))) {
            FileTree tree = repository.tree(repository.resolve("HEAD~1"));
            assertEquals("commit " + first.shortSha(), tree.description());
            assertEquals(List.of("b.txt", "proto/a.proto"), tree.files("."));
            assertEquals("first", new String(tree.read("proto/a.proto").orElseThrow(), UTF_8));
            assertEquals(Optional.empty(), tree.read("proto/c/d.proto"));
            assertEquals(Optional.empty(), tree.read("proto"));
            assertEquals(
                    List.of("proto/a.proto", "proto/c/d.proto"),
                    repository.tree(repository.head()).files("proto"));
            assertEquals(List.of(), tree.files("nowhere"));
            assertEquals(List.of(), tree.files("b.txt"));
        }
    }

    @Test
    void readsTags() throws ContractException {
        GitSandbox git = GitSandbox.init(directory);
        CommitId commit = git.write("a.txt", "a").commit("one");
        git.git("tag", "-a", "-m", "Title\n\nbody", "contracts/v1.0.0");
        git.git("tag", "contracts/v1.0.1");
        git.git("tag", "-a", "-m", "nested", "contracts/v1.0.2", "contracts/v1.0.0");
        git.git("tag", "-a", "-m", "a file", "contracts/file", "HEAD:a.txt");
        git.git("tag", "-a", "-m", "other", "other/v1.0.0");
        git.git("pack-refs", "--all");
        String object = git.git("rev-parse", "contracts/v1.0.0");
        try (GitRepository repository = GitRepository.open(directory)) {
            List<Tag> tags = repository.tags("contracts/");
            assertEquals(new Tag("contracts/v1.0.0", commit, "Title\n\nbody\n", object), tags.get(0));
            assertTrue(tags.get(0).annotated());
            assertEquals(new Tag("contracts/v1.0.1", commit, "", commit.sha()), tags.get(1));
            assertFalse(tags.get(1).annotated());
            assertEquals(commit, tags.get(2).commit());
            assertEquals(3, tags.size());
            assertEquals(4, repository.tags("").size());
        }
    }

    @Test
    void answersNoBranchForADetachedHead() throws ContractException {
        GitSandbox git = GitSandbox.init(directory);
        git.commit("one");
        git.git("checkout", "-q", "--detach");
        try (GitRepository repository = GitRepository.open(directory)) {
            assertEquals("", repository.currentBranch());
        }
    }

    @Test
    void refusesADirectoryWithoutRepository() {
        ContractException e = assertThrows(ContractException.class, () -> GitRepository.open(directory));
        assertEquals(Failure.NO_ANSWER, e.failure());
        assertTrue(
                e.problems()
                        .get(0)
                        .toString()
                        .endsWith(
                                "lies in no git repository. Run this inside the clone that holds the contracts, or make one with \"git init\"."),
                e.problems().get(0).toString());
    }

    @Test
    void refusesABareRepository() {
        new GitSandbox(directory).git("init", "-q", "--bare", "bare.git");
        ContractException e =
                assertThrows(ContractException.class, () -> GitRepository.open(directory.resolve("bare.git")));
        assertTrue(
                e.problems().get(0).toString().contains("is bare"),
                e.problems().get(0).toString());
    }

    @Test
    void readsALinkedWorktree() throws ContractException {
        GitSandbox git = GitSandbox.init(directory.resolve("clone"));
        CommitId first = git.write("a.proto", "a").commit("one");
        git.git("worktree", "add", "-q", "-b", "topic", "../linked");
        CommitId second = new GitSandbox(directory.resolve("linked"))
                .write("b.proto", "b")
                .commit("two");
        try (GitRepository repository = GitRepository.open(directory.resolve("linked"))) {
            assertEquals(second, repository.head());
            assertEquals(first, repository.resolve("main"));
            assertEquals("topic", repository.currentBranch());
            assertEquals(directory.resolve("linked"), repository.workTree());
            assertEquals(List.of("a.proto", "b.proto"), repository.tree(second).files("."));
            assertFalse(repository.isDirty(List.of(".")));
        }
    }

    @Test
    void readsObjectsOfAlternatesAndPacks() throws ContractException {
        GitSandbox git = GitSandbox.init(directory.resolve("origin"));
        git.write("a.proto", "a").commit("one");
        git.git("repack", "-q", "-a", "-d");
        GitSandbox clone = git.cloned(
                directory.resolve("clone"), "--reference", git.directory().toString());
        try (GitRepository repository = GitRepository.open(clone.directory())) {
            assertEquals(
                    "a",
                    new String(
                            repository.tree(repository.head()).read("a.proto").orElseThrow(), UTF_8));
        }
    }

    /** The newer storage of references, which git 2.45 begins repositories with when it is asked to. */
    @Test
    void readsReferencesOfATable() throws Exception {
        GitSandbox git = GitSandbox.init(directory);
        CommitId first = git.write("a.proto", "a").commit("one");
        git.git("tag", "-a", "-m", "Release.", "a/v1.0.0");
        CommitId second = git.commit("two");
        try (GitRepository repository = GitRepository.open(directory);
                FileRepository files = (FileRepository) repository.jgit()) {
            files.convertRefStorage(ConfigConstants.CONFIG_REF_STORAGE_REFTABLE, false, false);
        }
        try (GitRepository repository = GitRepository.open(directory)) {
            assertEquals(second, repository.head());
            assertEquals("main", repository.currentBranch());
            assertEquals(second, repository.resolve("main"));
            assertEquals(first, repository.tags("a/").get(0).commit());
        }
    }

    @Test
    void writesNothingIntoTheRepository() throws Exception {
        GitSandbox git = GitSandbox.init(directory);
        git.write("a.proto", "a").commit("one");
        List<String> before = content(directory);
        try (GitRepository repository = GitRepository.open(directory)) {
            repository.tree(repository.head()).files(".");
            repository.isDirty(List.of("."));
            repository.tags("");
        }
        assertEquals(before, content(directory));
    }

    private static List<String> content(Path directory) throws IOException {
        try (Stream<Path> walk = Files.walk(directory)) {
            return walk.map(Path::toString).sorted().toList();
        }
    }
}
