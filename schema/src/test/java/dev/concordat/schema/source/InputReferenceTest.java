package dev.concordat.schema.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.concordat.schema.ContractException;
import dev.concordat.schema.Failure;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        "file://two, c.proto",
        "'file://.git#subdir=two', c.proto",
        "'.git#ref=HEAD,subdir=./two/,depth=1', c.proto",
        "'.#format=git', b.proto two/c.proto",
        "'.git# branch = main , subdir= two', c.proto",
    })
    void opensWhatItNames(String input, String files) throws ContractException {
        repository();
        opensWhatIsThere(input, files);
    }

    @ParameterizedTest
    @CsvSource({"targz, tar", "bingz, binpb", "jsongz, json"})
    void readsTheOldNamesOfCompressedFormats(String old, String format) throws ContractException {
        InputReference input = InputReference.parse("any#format=" + old);
        assertEquals(format, input.format().toString());
        assertEquals(Map.of("compression", "gzip"), input.options());
    }

    @Test
    void readsUrlsOfThisMachine() throws ContractException {
        assertEquals("a b", InputReference.parse("file://a b").path());
        assertEquals(
                Path.of("/a%20b/c d.proto").toString(),
                InputReference.parse("file:///a%20b/c d.proto").path());
        assertThrows(ContractException.class, () -> InputReference.parse("file://"));
    }

    private void opensWhatIsThere(String input, String files) throws ContractException {
        try (OpenInput open = InputReference.parse(input).open(directory)) {
            assertEquals(List.of(files.split(" ", -1)), open.tree().files("."));
        }
    }

    @ParameterizedTest
    @CsvSource({"., ''", "two, two/", "./two/, two/", "two/../two, two/", ".git, ''", "'.git#subdir=two', two/"})
    void printsPathsAsTheyWereGiven(String input, String prefix) throws ContractException {
        repository();
        try (OpenInput open = InputReference.parse(input).open(directory)) {
            assertEquals(prefix, open.printedPrefix());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".git#branch=none",
                ".git#tag=main",
                ".git#commit=1234567890",
                ".git#recurse_submodules=true",
                "none",
                "none.git",
                "two#format=git",
                "none.proto",
                "https://example.com/contracts.git#branch=main",
                "ssh://git@example.com/contracts.git",
                "https://example.com/contracts.tar.gz",
                "buf.build/acme/billing",
                "buf.build/acme/billing:main"
            })
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
                ".git#",
                ".git##branch=main",
                ".git#=main",
                ".git# =main",
                ".git#depth=0",
                ".git#depth=x",
                ".git#subdir=../two",
                ".git#subdir=/two",
                ".git#recurse_submodules=yes",
                ".git#format=svn",
                "none#branch=main",
                "a.zip#compression=gzip",
                "a.tar#strip_components=x",
                "a.tar#compression=lzma",
                "a.binpb",
                "a.json#use_proto_names=yes",
                "a.yaml#use_enum_numbers=1",
                "maven:group:artifact:1.0",
                ".git#tag=a,tag=b",
                ".git#tag=v1,branch=main",
                "two#branch=main"
            })
    void refusesWhatIsNotInTheGrammar(String input) {
        repository();
        assertFailure(Failure.CONFIGURATION, input);
    }

    @ParameterizedTest
    @CsvSource({"worktree/.git, a.proto", "'bare.git#branch=main', b.proto two/c.proto", "'bare.git#tag=v1', a.proto"})
    void opensWorktreesAndBareRepositories(String input, String files) throws ContractException {
        repository();
        new GitSandbox(directory).git("worktree", "add", "-q", "worktree", "v1");
        new GitSandbox(directory).cloned(directory.resolve("bare.git"), "--bare");
        opensWhatIsThere(input, files);
    }

    @Test
    void opensASingleFile() throws ContractException {
        repository();
        try (OpenInput open = InputReference.parse("two/c.proto").open(directory)) {
            assertEquals(Optional.of("c.proto"), open.file());
            assertEquals("two/", open.printedPrefix());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "a/b, DIRECTORY",
        "proto, DIRECTORY",
        "a.b/proto, DIRECTORY",
        "archive.gz, DIRECTORY",
        "a.git, GIT",
        "a.tar.zst, TAR",
        "a.tgz, TAR",
        "a.ZIP, ZIP",
        "a.bin, BINARY_IMAGE",
        "a.binpb.gz, BINARY_IMAGE",
        "-, BINARY_IMAGE",
        "'-#format=json', JSON_IMAGE",
        "a.json, JSON_IMAGE",
        "a.txtpb.zst, TEXT_IMAGE",
        "a.yaml, YAML_IMAGE",
        "a.proto, PROTO_FILE",
        "'a#format=protofile', PROTO_FILE",
        "a.jar, JAR",
        "maven:a:b:1, MAVEN",
        "buf.build/a/b, REGISTRY",
        "a.b/c/d/e, DIRECTORY"
    })
    void tellsTheFormatOf(String input, InputFormat format) throws ContractException {
        assertEquals(format, InputReference.parse(input).format());
    }

    /** A directory that is called like a module of a registry is a directory. */
    @Test
    void prefersWhatIsThere() throws ContractException {
        GitSandbox.init(directory).write("buf.build/a/b/c.proto", "");
        try (OpenInput open = InputReference.parse("buf.build/a/b").open(directory)) {
            assertEquals(List.of("c.proto"), open.tree().files("."));
        }
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

    @Test
    void opensTheGitDirectoryOfALinkedWorktree() throws ContractException {
        repository();
        new GitSandbox(directory).git("worktree", "add", "-q", "linked", "v1");
        try (OpenInput open =
                InputReference.parse(".git/worktrees/linked#format=git").open(directory)) {
            assertEquals(List.of("a.proto"), open.tree().files("."));
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
