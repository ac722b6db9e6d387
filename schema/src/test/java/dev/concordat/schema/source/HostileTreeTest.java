package dev.concordat.schema.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.concordat.schema.ContractException;
import dev.concordat.schema.Failure;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Trees as only somebody would write them who means harm, for git's own commands refuse to. */
final class HostileTreeTest {
    @TempDir
    private Path directory;

    static Stream<String> names() {
        return Stream.of(
                "..",
                ".",
                ".git",
                ".GIT",
                "sl/ash.proto",
                "",
                "new\nline.proto",
                "esc\u001b[2Ja.proto",
                "c1\u0085.proto");
    }

    @ParameterizedTest
    @MethodSource("names")
    void refusesAName(String name) throws Exception {
        assertRefused(tree(entry("100644", name, blob("x"))));
    }

    @ParameterizedTest
    @MethodSource("names")
    void refusesANameOfADirectoryBelow(String name) throws Exception {
        ObjectId below = insert(tree(entry("40000", name, insert(tree(entry("100644", "a.proto", blob("x")))))));
        assertRefused(tree(entry("40000", "contracts", below)));
    }

    @Test
    void refusesEntriesThatAreThereTwice() throws Exception {
        assertRefused(tree(entry("100644", "a.proto", blob("x")), entry("100644", "a.proto", blob("y"))));
    }

    @Test
    void refusesAModeThatIsNone() throws Exception {
        assertRefused(tree(entry("20000000000", "a.proto", blob("x"))));
    }

    @Test
    void refusesATreeThatIsCutOff() throws Exception {
        byte[] whole = tree(entry("100644", "a.proto", blob("x")));
        assertRefused(Arrays.copyOf(whole, whole.length - 3));
    }

    @Test
    void escapesTheNameItRefuses() throws Exception {
        assertTrue(refusal(tree(entry("100644", "a\n::error::b", blob("x")))).contains("\"a\\u{a}::error::b\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"120000", "160000"})
    void refusesALinkWhereAContractBelongs(String mode) throws Exception {
        FileTree tree = committed(tree(entry(mode, "a.proto", blob("/etc/passwd"))));
        assertEquals(List.of("a.proto"), tree.links("."));
        for (ContractException e : List.of(
                assertThrows(ContractException.class, () -> tree.read("a.proto")),
                assertThrows(ContractException.class, () -> tree.read("a.proto/b.proto")),
                assertThrows(ContractException.class, () -> tree.files("a.proto")))) {
            assertEquals(Failure.CONTRACT, e.failure());
            assertTrue(
                    e.problems().get(0).toString().contains("symbolic link or a submodule"),
                    e.problems().get(0).toString());
        }
    }

    @Test
    void leavesOutOtherLinks() throws Exception {
        FileTree tree = committed(tree(
                entry("120000", "README", blob("elsewhere")),
                entry("100644", "a.proto", blob("x")),
                entry("160000", "vendor", blob("a commit"))));
        assertEquals(List.of("a.proto"), tree.files("."));
        assertEquals(List.of(), tree.links("."));
    }

    @Test
    void tellsOfLinksThatLeaveOutContracts() throws Exception {
        ObjectId contracts =
                insert(tree(entry("100644", "a.proto", blob("x")), entry("120000", "circle", blob("../../module"))));
        ObjectId aside = insert(tree(entry("40000", "deep", contracts)));
        ObjectId module = insert(tree(
                entry("120000", "absolute", blob("/aside")),
                entry("120000", "around", blob(".")),
                entry("120000", "chain", blob("far/deep")),
                entry("120000", "circle", blob("circle")),
                entry("120000", "far", blob("../aside")),
                entry("120000", "nothing", blob("missing")),
                entry("120000", "outside", blob("../../aside")),
                entry("120000", "text", blob("../README"))));
        FileTree tree = committed(tree(
                entry("100644", "README", blob("x")),
                entry("40000", "aside", aside),
                entry("40000", "module", module)));
        assertEquals(List.of(), tree.files("module"));
        assertEquals(List.of("module/chain", "module/far"), tree.links("module"));
        assertEquals(List.of("aside/deep/circle"), tree.links("aside"));
    }

    @Test
    void refusesATreeThatMultipliesItself() throws Exception {
        ObjectId level = insert(tree(entry("100644", "a.proto", blob("x"))));
        for (int depth = 0; depth < 8; depth++) {
            byte[][] entries = new byte[10][];
            for (int i = 0; i < 10; i++) {
                entries[i] = entry("40000", "d" + i, level);
            }
            level = insert(tree(entries));
        }
        FileTree tree = committed(tree(entry("40000", "contracts", level)));
        ContractException e = assertThrows(ContractException.class, () -> tree.files("contracts"));
        assertTrue(
                e.problems().get(0).toString().contains("more than 2000000 entries"),
                e.problems().get(0).toString());
    }

    @Test
    void refusesALargeFileUnread() throws Exception {
        FileTree tree = committed(tree(entry("100644", "a.proto", blob("x".repeat((4 << 20) + 1)))));
        ContractException e = assertThrows(ContractException.class, () -> tree.read("a.proto"));
        assertEquals(
                "a.proto: The file has 4194305 bytes; more than 4 MiB are not read. Split it into several files.",
                e.problems().get(0).toString());
    }

    private void assertRefused(byte[] tree) throws Exception {
        assertTrue(refusal(tree).startsWith("Git tree "));
    }

    private String refusal(byte[] content) throws Exception {
        FileTree tree = committed(content);
        ContractException e = assertThrows(ContractException.class, () -> tree.files("."));
        assertEquals(Failure.NO_ANSWER, e.failure());
        assertThrows(ContractException.class, () -> tree.read("contracts/../evil.proto"));
        assertFalse(
                e.problems().get(0).toString().codePoints().anyMatch(Character::isISOControl),
                e.problems().get(0).toString());
        return e.problems().get(0).toString();
    }

    private FileTree committed(byte[] tree) throws Exception {
        GitSandbox git = GitSandbox.init(directory);
        String commit = "tree " + insert(tree).name()
                + "\nauthor A <a@example.com> 1 +0000\ncommitter A <a@example.com> 1 +0000\n\nhostile\n";
        ObjectId id = insert(Constants.OBJ_COMMIT, commit.getBytes(StandardCharsets.UTF_8));
        git.git("update-ref", "refs/heads/main", id.name());
        return open().tree(new CommitId(id.name()));
    }

    private ObjectId blob(String content) throws Exception {
        return insert(Constants.OBJ_BLOB, content.getBytes(StandardCharsets.UTF_8));
    }

    private ObjectId insert(byte[] tree) throws Exception {
        return insert(Constants.OBJ_TREE, tree);
    }

    private ObjectId insert(int type, byte[] content) throws Exception {
        GitSandbox.init(directory);
        try (GitRepository repository = open();
                ObjectInserter inserter = repository.jgit().newObjectInserter()) {
            ObjectId id = inserter.insert(type, content);
            inserter.flush();
            return id;
        }
    }

    private GitRepository open() throws ContractException {
        return GitRepository.open(directory);
    }

    private static byte[] tree(byte[]... entries) throws IOException {
        ByteArrayOutputStream tree = new ByteArrayOutputStream();
        for (byte[] entry : entries) {
            tree.write(entry);
        }
        return tree.toByteArray();
    }

    private static byte[] entry(String mode, String name, ObjectId id) throws IOException {
        ByteArrayOutputStream entry = new ByteArrayOutputStream();
        entry.write((mode + " " + name + "\0").getBytes(StandardCharsets.UTF_8));
        id.copyRawTo(entry);
        return entry.toByteArray();
    }
}
