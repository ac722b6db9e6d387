package dev.concordat.schema.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.concordat.schema.ContractException;
import dev.concordat.schema.Failure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

final class DamagedRepositoryTest {
    /** How many mutants are tried; a long run can ask for more. */
    private static final int MUTANTS = Integer.getInteger("mutants", 300);

    @TempDir
    private Path directory;

    @Test
    void namesTheObjectThatIsDamaged() throws Exception {
        GitSandbox git = history();
        String blob = git.git("rev-parse", "HEAD:a.proto");
        Path object = directory.resolve(".git/objects/" + blob.substring(0, 2) + "/" + blob.substring(2));
        object.toFile().setWritable(true);
        Files.write(object, new byte[] {1, 2, 3});
        ContractException e = assertThrows(ContractException.class, this::answers);
        assertEquals(Failure.NO_ANSWER, e.failure());
        assertTrue(
                e.problems().get(0).toString().startsWith("Git object " + blob + " of \"a.proto\" cannot be read: "),
                e.problems().get(0).toString());
    }

    @Test
    void namesTheObjectThatIsMissing() throws Exception {
        GitSandbox git = history();
        String tree = git.git("rev-parse", "HEAD^{tree}");
        Files.delete(directory.resolve(".git/objects/" + tree.substring(0, 2) + "/" + tree.substring(2)));
        ContractException e = assertThrows(ContractException.class, this::answers);
        assertTrue(
                e.problems().get(0).toString().contains("git object " + tree + " is not in this clone"),
                e.problems().get(0).toString());
    }

    @Test
    void noticesAnObjectUnderAnothersId() throws Exception {
        GitSandbox git = history();
        String blob = git.git("rev-parse", "HEAD:a.proto");
        String other = git.git("rev-parse", "HEAD~1:a.proto");
        Path object = directory.resolve(".git/objects/" + blob.substring(0, 2) + "/" + blob.substring(2));
        Files.delete(object);
        Files.copy(directory.resolve(".git/objects/" + other.substring(0, 2) + "/" + other.substring(2)), object);
        ContractException e = assertThrows(ContractException.class, this::answers);
        assertTrue(
                e.problems().get(0).toString().contains("is corrupt: its content has another id"),
                e.problems().get(0).toString());
    }

    /** Whichever byte of a repository is wrong, the answer is the right one or none. */
    @Test
    @Timeout(600)
    void neverAnswersWrong() throws Exception {
        GitSandbox git = history();
        git.git("repack", "-q", "-d");
        git.write("a.proto", "message A { int32 x = 7; }\n").commit("loose");
        List<String> right = answers();
        List<Path> files;
        try (Stream<Path> walk = Files.walk(directory.resolve(".git"))) {
            files = walk.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().contains("/hooks/")
                            && !file.toString().contains("/logs/"))
                    .sorted()
                    .toList();
        }
        long total = 0;
        for (Path file : files) {
            total += Files.size(file);
        }
        long step = Math.max(1, total / MUTANTS);
        long at = 0;
        for (Path file : files) {
            file.toFile().setWritable(true);
            byte[] content = Files.readAllBytes(file);
            for (; at < content.length; at += step) {
                assertRightOrRefused(right, file, content, (int) at);
            }
            at -= content.length;
        }
    }

    private void assertRightOrRefused(List<String> right, Path file, byte[] content, int at) throws Exception {
        byte[] mutant = content.clone();
        mutant[at] ^= (byte) (1 << at % 8);
        Files.write(file, mutant);
        try {
            assertEquals(right, answers(), () -> file + " with byte " + at + " changed");
        } catch (ContractException e) {
            assertEquals(
                    Failure.NO_ANSWER,
                    e.failure(),
                    () -> file + " with byte " + at + " changed: "
                            + e.problems().get(0).toString());
        } finally {
            Files.write(file, content);
        }
    }

    private GitSandbox history() {
        GitSandbox git = GitSandbox.init(directory);
        git.write("a.proto", "message A { int32 x = 2; }\n")
                .write("b/c.proto", "message C {}\n")
                .commit("one");
        git.write("a.proto", "message A { int32 x = 3; }\n").commit("two");
        git.git("tag", "-a", "-m", "Release.", "a/v1.0.0");
        git.git("tag", "-a", "-m", "Release.", "a/v0.1.0", "HEAD~1");
        return git;
    }

    private List<String> answers() throws ContractException {
        try (GitRepository repository = GitRepository.open(directory)) {
            CommitId head = repository.resolve("refs/heads/main");
            FileTree tree = repository.tree(head);
            FileTree before = repository.tree(repository.firstParent(head).orElseThrow());
            return List.of(
                    head.sha(),
                    tree.files(".").toString(),
                    new String(tree.read("a.proto").orElseThrow(), UTF_8),
                    new String(tree.read("b/c.proto").orElseThrow(), UTF_8),
                    new String(before.read("a.proto").orElseThrow(), UTF_8),
                    repository.resolve("refs/tags/a/v1.0.0").sha(),
                    repository.resolve("refs/tags/a/v0.1.0").sha());
        }
    }
}
