package dev.concordat.schema.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.concordat.schema.ContractException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DirtyWorkTreeTest {
    @TempDir
    private Path directory;

    @Test
    void isCleanAfterACommit() throws ContractException {
        committed();
        assertDirty(false, ".");
    }

    @Test
    void isDirtyAfterAChangeInADirectory() throws ContractException {
        committed().write("one/a.proto", "b");
        assertDirty(true, ".");
        assertDirty(true, "two", "one");
        assertDirty(true, "one/a.proto");
        assertDirty(false, "two");
        assertDirty(false, "buf.yaml");
    }

    @Test
    void isDirtyAfterAStagedChange() throws ContractException {
        committed().write("one/a.proto", "b").git("add", "-A");
        assertDirty(true, "one");
    }

    @Test
    void isDirtyWhenAFileIsGone() throws Exception {
        committed();
        Files.delete(directory.resolve("one/a.proto"));
        assertDirty(true, "one");
    }

    @Test
    void isDirtyWhenAFileBecameALink() throws Exception {
        committed();
        Files.delete(directory.resolve("buf.yaml"));
        Files.createSymbolicLink(directory.resolve("buf.yaml"), Path.of("one/a.proto"));
        assertDirty(true, "buf.yaml");
    }

    @Test
    void isDirtyWhenADirectoryBecameALinkToTheSame() throws Exception {
        committed();
        Files.move(directory.resolve("one"), directory.resolve("aside"));
        Files.createSymbolicLink(directory.resolve("one"), Path.of("aside"));
        assertDirty(true, ".");
    }

    @Test
    void isDirtyWhenALinkStandsForContractsThatWereNotThere() throws Exception {
        committed();
        Files.createSymbolicLink(directory.resolve("one/b.proto"), Path.of("a.proto"));
        assertDirty(true, "one");
        Files.move(directory.resolve("one/b.proto"), directory.resolve("one/b.txt"));
        assertDirty(false, "one");
        Files.createSymbolicLink(directory.resolve("one/two"), Path.of("../two"));
        assertDirty(true, "one");
    }

    @Test
    void isCleanWithLinksThatWereCommittedWhereverTheyLead(@TempDir Path outside) throws Exception {
        Files.writeString(outside.resolve("c.proto"), "c");
        GitSandbox git = committed();
        Files.createSymbolicLink(directory.resolve("one/b.proto"), Path.of("a.proto"));
        Files.createSymbolicLink(directory.resolve("one/outside"), outside);
        git.commit("two");
        assertDirty(false, "one");
    }

    @Test
    void countsNewContractsButNoOtherNewFiles() throws ContractException {
        GitSandbox git = committed().write("one/target/x.class", "");
        assertDirty(false, "one");
        git.write("one/new.proto", "");
        assertDirty(true, "one");
    }

    @Test
    void countsANewFileThatIsNamed() throws ContractException {
        committed().write("concordat.yaml", "");
        assertDirty(true, "concordat.yaml");
        assertDirty(false, "concordat.lock");
    }

    @Test
    void ignoresCarriageReturnsOfACheckoutOnWindows() throws ContractException {
        GitSandbox git = GitSandbox.init(directory).write("a.proto", "one\ntwo\n");
        git.commit("one");
        git.write("a.proto", "one\r\ntwo\r\n");
        assertDirty(false, ".");
        git.write("a.proto", "one\r\nthree\r\n");
        assertDirty(true, ".");
    }

    @Test
    void comparesFilesThatAreTooLargeToRead() throws ContractException {
        GitSandbox git = GitSandbox.init(directory).write("large.bin", "x".repeat(5 << 20));
        git.commit("one");
        assertDirty(false, ".");
        git.write("large.bin", "y".repeat(5 << 20));
        assertDirty(true, ".");
    }

    @Test
    void runsNoFilter() throws ContractException {
        GitSandbox git = committed().write(".gitattributes", "*.proto filter=evil\n");
        git.commit("two");
        git.git("config", "filter.evil.clean", "touch " + directory.resolve("ran") + "; cat");
        assertDirty(false, ".");
        assertEquals(false, Files.exists(directory.resolve("ran")));
    }

    private GitSandbox committed() {
        GitSandbox git = GitSandbox.init(directory)
                .write("one/a.proto", "a")
                .write("two/b.proto", "b")
                .write("buf.yaml", "a");
        git.commit("one");
        return git;
    }

    private void assertDirty(boolean expected, String... paths) throws ContractException {
        try (GitRepository repository = GitRepository.open(directory)) {
            assertEquals(expected, repository.isDirty(List.of(paths)));
        }
    }
}
