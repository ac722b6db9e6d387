package dev.concordat.schema.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.concordat.schema.ContractException;
import dev.concordat.schema.Failure;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class InputReferenceTest {
    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource({
        ".git, b.proto two/c.proto",
        "'.git#branch=main', b.proto two/c.proto",
        "'.git#tag=v1', a.proto",
        "'.git#ref=HEAD~1', a.proto",
        "'.git#branch=main,subdir=two', c.proto",
        "., b.proto two/c.proto untracked.proto",
        "two, c.proto",
        "./two/, c.proto",
    })
    void opensWhatItNames(String input, String files) throws ContractException {
        repository();
        try (OpenInput open = InputReference.parse(input).open(directory)) {
            assertEquals(List.of(files.split(" ", -1)), open.tree().files("."));
        }
    }

    @ParameterizedTest
    @CsvSource({"., ''", "two, two/", "./two/, ./two/", ".git, ''"})
    void printsPathsAsTheyWereGiven(String input, String prefix) throws ContractException {
        repository();
        try (OpenInput open = InputReference.parse(input).open(directory)) {
            assertEquals(prefix, open.printedPrefix());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {".git#branch=none", ".git#tag=main", ".git#commit=1234567890", "none", "none#branch=main"})
    void answersNothingForWhatIsNotThere(String input) {
        repository();
        assertFailure(Failure.NO_ANSWER, input);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "#branch=main",
                ".git#branch",
                ".git#colour=red",
                ".git#tag=a,tag=b",
                ".git#tag=v1,branch=main",
                "two#branch=main"
            })
    void refusesWhatIsNotInTheGrammar(String input) {
        repository();
        assertFailure(Failure.CONFIGURATION, input);
    }

    @Test
    void findsABranchOfTheRemote() throws ContractException {
        repository();
        new GitSandbox(directory).cloned(directory.resolve("clone")).git("checkout", "-q", "--detach");
        new GitSandbox(directory.resolve("clone")).git("branch", "-q", "-D", "main");
        try (OpenInput open = InputReference.parse("clone/.git#branch=main").open(directory)) {
            assertEquals(List.of("b.proto", "two/c.proto"), open.tree().files("."));
        }
    }

    private void assertFailure(Failure expected, String input) {
        ContractException e = assertThrows(
                ContractException.class, () -> InputReference.parse(input).open(directory));
        assertEquals(expected, e.failure(), e.getMessage());
    }

    private void repository() {
        GitSandbox git = GitSandbox.init(directory).write("a.proto", "");
        git.commit("one");
        git.git("tag", "v1");
        git.git("rm", "-q", "a.proto");
        git.write("b.proto", "").write("two/c.proto", "").commit("two");
        git.write("untracked.proto", "");
    }
}
