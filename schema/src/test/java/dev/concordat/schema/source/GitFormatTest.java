package dev.concordat.schema.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.concordat.schema.ContractException;
import dev.concordat.schema.Failure;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which kinds of repositories are read. */
final class GitFormatTest {
    @TempDir
    private Path directory;

    private GitSandbox git;
    private CommitId head;

    @BeforeEach
    void commit() {
        git = GitSandbox.init(directory.resolve("clone"));
        head = git.write("a.txt", "a").commit("first");
    }

    @Test
    void idsOfAnotherKindAreNotRead() {
        new GitSandbox(directory).git("init", "-q", "--object-format=sha256", "other");
        assertRefused(directory.resolve("other"), "object ids of kind \"sha256\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"worktreeConfig=true", "partialClone=origin", "noop=true", "preciousObjects=true"})
    void extensionsThatChangeNothingAreTaken(String extension) throws ContractException {
        extend(extension);
        assertEquals(head, headOf(git.directory()));
    }

    @Test
    void anExtensionThatIsNotKnownIsRefusedAsGitDoes() {
        extend("future=true");
        assertRefused(git.directory(), "needs the extension \"future\", which is not known here");
        assertThrows(AssertionError.class, () -> git.git("log"));
    }

    @Test
    void extensionsMeanNothingInTheOldestFormat() throws ContractException {
        git.git("config", "extensions.future", "true");
        assertEquals(head, headOf(git.directory()));
    }

    @Test
    void reftablesAreReadUnlessTheyAreLost() throws Exception {
        Path gitDirectory = git.directory().resolve(".git");
        try (FileRepository repository = new FileRepository(gitDirectory.toFile())) {
            repository.convertRefStorage("reftable", true, false);
        }
        assertEquals(head, headOf(git.directory()));
        Path list = gitDirectory.resolve("reftable/tables.list");
        Files.writeString(list, "");
        assertRefused(git.directory(), "the list of its tables is empty or gone");
        Files.delete(list);
        assertRefused(git.directory(), "the list of its tables is empty or gone");
    }

    private void extend(String setting) {
        git.git("config", "core.repositoryFormatVersion", "1");
        int at = setting.indexOf('=');
        git.git("config", "extensions." + setting.substring(0, at), setting.substring(at + 1));
    }

    private static CommitId headOf(Path clone) throws ContractException {
        try (GitRepository repository = GitRepository.open(clone)) {
            return repository.head();
        }
    }

    private static void assertRefused(Path clone, String why) {
        ContractException refused = assertThrows(ContractException.class, () -> headOf(clone));
        assertEquals(Failure.NO_ANSWER, refused.failure());
        assertTrue(refused.problems().get(0).toString().contains(why), refused::toString);
    }
}
