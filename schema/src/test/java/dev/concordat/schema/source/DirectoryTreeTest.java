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
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

final class DirectoryTreeTest {
    @TempDir
    private Path directory;

    @Test
    void listsAndReadsWhatGitWouldKnow() throws Exception {
        write("b/z.proto", "z");
        write("b.proto", "b");
        write("B/a.txt", "");
        write(".git/a.proto", "");
        write("sub/.git", "gitdir: elsewhere");
        write("sub/a.proto", "");
        assertEquals(List.of("B/a.txt", "b.proto", "b/z.proto", "sub/a.proto"), tree().files("."));
        assertEquals(List.of("b/z.proto"), tree().files("b"));
        assertEquals(List.of("b/z.proto"), tree().files("./b/"));
        assertEquals(List.of(), tree().files("none"));
        assertEquals(List.of(), tree().files("b.proto"));
        assertEquals("z", new String(tree().read("b/z.proto").orElseThrow(), UTF_8));
        assertEquals(Optional.empty(), tree().read("b"));
        assertEquals(Optional.empty(), tree().read("b/none.proto"));
        assertEquals(Optional.empty(), tree().read("b.proto/none.proto"));
    }

    @Test
    void followsNoLink() throws Exception {
        write("real/a.proto", "a");
        Files.createSymbolicLink(directory.resolve("alias"), Path.of("real"));
        Files.createSymbolicLink(directory.resolve("real/loop"), Path.of(".."));
        assertEquals(List.of("real/a.proto"), tree().files("."));
        assertEquals(List.of("alias"), tree().links("."));
        assertEquals(List.of("real/loop"), tree().links("real"));
        assertLink("alias", () -> tree().files("alias"));
        assertLink("alias/a.proto", () -> tree().read("alias/a.proto"));
    }

    @Test
    void readsWhatTheLinkThatWasAskedForLeadsTo() throws Exception {
        write("real/b/a.proto", "a");
        Path alias = Files.createSymbolicLink(directory.resolve("alias"), Path.of("real"));
        DirectoryTree tree = new DirectoryTree(alias, "");
        assertEquals(List.of("b/a.proto"), tree.files("."));
        assertEquals("a", new String(tree.read("b/a.proto").orElseThrow(), UTF_8));
        Files.createSymbolicLink(directory.resolve("real/around"), Path.of("."));
        assertEquals(List.of(), tree.links("."));
    }

    @Test
    void tellsOnlyOfLinksThatLeaveOutContracts() throws Exception {
        write("module/a.txt", "a");
        write("module/deep/none.txt", "");
        write("aside/deep/c.proto", "c");
        Files.createSymbolicLink(directory.resolve("aside/deep/circle"), Path.of(".."));
        Files.createSymbolicLink(directory.resolve("module/text"), Path.of("a.txt"));
        Files.createSymbolicLink(directory.resolve("module/nothing"), Path.of("missing"));
        Files.createSymbolicLink(directory.resolve("module/none"), Path.of("deep"));
        Files.createSymbolicLink(directory.resolve("module/far"), Path.of("../aside"));
        Files.createSymbolicLink(directory.resolve("module/chain"), Path.of("far"));
        assertEquals(List.of("module/chain", "module/far"), tree().links("module"));
    }

    @Test
    void neverReadsALinkThatIsNamedLikeAContract() throws Exception {
        write("real/a.txt", "a");
        Files.createSymbolicLink(directory.resolve("real/b.proto"), Path.of("a.txt"));
        assertEquals(List.of("real/b.proto"), tree().links("."));
        assertLink("real/b.proto", () -> tree().read("real/b.proto"));
    }

    @Test
    void refusesALargeFile() throws Exception {
        write("a.proto", "x".repeat(4 << 20));
        assertEquals(4 << 20, tree().read("a.proto").orElseThrow().length);
        write("a.proto", "x".repeat((4 << 20) + 1));
        ContractException e = assertThrows(ContractException.class, () -> tree().read("a.proto"));
        assertEquals(
                "here/a.proto: The file has 4194305 bytes; more than 4 MiB are not read. Split it into several files.",
                e.problems().get(0).toString());
    }

    private static void assertLink(String path, Executable call) {
        ContractException e = assertThrows(ContractException.class, call);
        assertEquals(Failure.CONTRACT, e.failure());
        assertTrue(
                e.problems()
                        .get(0)
                        .toString()
                        .startsWith("here/" + path + ": \"" + path + "\" is, or lies behind, a symbolic link"),
                e.problems().get(0).toString());
    }

    private DirectoryTree tree() {
        return new DirectoryTree(directory, "here/");
    }

    private void write(String path, String content) throws Exception {
        Path file = directory.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }
}
