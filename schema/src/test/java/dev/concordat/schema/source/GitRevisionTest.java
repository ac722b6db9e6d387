package dev.concordat.schema.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.concordat.schema.ContractException;
import dev.concordat.schema.Failure;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The names of commits, and what is none. */
final class GitRevisionTest {
    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nope",
                "origin/main",
                "-x",
                "main~~~9",
                "@{u}",
                "1234567890123456789012345678901234567890",
                "main^{tree"
            })
    void refusesARevisionThatIsNotThere(String revision) throws ContractException {
        GitSandbox.init(directory).write("a.proto", "").commit("one");
        try (GitRepository repository = GitRepository.open(directory)) {
            ContractException e = assertThrows(ContractException.class, () -> repository.resolve(revision));
            assertEquals(Failure.NO_ANSWER, e.failure());
            assertEquals(
                    "Revision \"" + revision
                            + "\" is not in this clone. Fetch it with \"git fetch --tags origin\", or correct the name.",
                    e.problems().get(0).toString());
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            :/one          | searches the messages of commits, which is not understood here. Write the commit's id, which "git rev-parse" tells of what is written here.
            HEAD^{/one}    | searches the messages of commits, which is not understood here. Write the commit's id, which "git rev-parse" tells of what is written here.
            HEAD:dir       | is a file or directory, and no commit. Name the commit alone, and a directory of it with subdir: ".git#ref=HEAD,subdir=dir".
            main~0:dir/in  | is a file or directory, and no commit. Name the commit alone, and a directory of it with subdir: ".git#ref=main~0,subdir=dir/in".
            HEAD:          | is a file or directory, and no commit. Name the commit alone, and a directory of it with subdir: ".git#ref=HEAD".
            :dir/in/a.proto | is a file or directory, and no commit. Name the commit alone, and a directory of it with subdir: ".git#ref=HEAD,subdir=dir/in/a.proto".
            main..HEAD     | is no single commit. Name one commit.
            ^HEAD          | is no single commit. Name one commit.
            ^              | is no single commit. Name one commit.
            HEAD^!         | is no single commit. Name one commit.
            HEAD^{tree}    | is no single commit. Name one commit.
            HEAD^@         | is no single commit. Name one commit.
            """)
    void saysWhatIsNoCommitInGitsNotation(String revision, String why) throws ContractException {
        GitSandbox.init(directory).write("dir/in/a.proto", "").commit("one");
        try (GitRepository repository = GitRepository.open(directory)) {
            for (Executable resolving : List.<Executable>of(
                    () -> repository.resolve(revision),
                    () -> repository.resolve(revision, List.of("refs/heads/", "")))) {
                ContractException e = assertThrows(ContractException.class, resolving);
                assertEquals(Failure.NO_ANSWER, e.failure());
                assertEquals(
                        "Revision \"%s\" %s".formatted(revision, why),
                        e.problems().get(0).toString());
            }
        }
    }

    @Test
    void refusesARepositoryWithoutACommit() throws ContractException {
        GitSandbox.init(directory);
        try (GitRepository repository = GitRepository.open(directory)) {
            ContractException e = assertThrows(ContractException.class, repository::head);
            assertEquals(
                    "The repository has no commit yet. Commit the contracts first.",
                    e.problems().get(0).toString());
        }
    }
}
