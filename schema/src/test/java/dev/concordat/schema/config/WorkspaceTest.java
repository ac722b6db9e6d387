package dev.concordat.schema.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.concordat.schema.ContractException;
import dev.concordat.schema.ContractFile;
import dev.concordat.schema.Failure;
import dev.concordat.schema.source.DirectoryTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class WorkspaceTest {

    static List<Path> cases() throws IOException {
        return Golden.cases("workspace");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void loadsOrRefuses(Path folder) throws IOException {
        Golden.check(folder, answer(folder));
    }

    private static String answer(Path folder) {
        try {
            StringBuilder text = new StringBuilder();
            for (ContractFile file :
                    Workspace.load(new DirectoryTree(folder, "at/"), "at/").files()) {
                text.append("%s of %s, printed %s, %d bytes%n"
                        .formatted(
                                file.importPath(),
                                file.module().orElseThrow(),
                                file.text().path(),
                                file.text().size()));
            }
            return text.toString();
        } catch (ContractException e) {
            return Golden.text(e);
        }
    }

    @Test
    void tellsEveryFileThatIsTooLarge(@TempDir Path directory) throws IOException {
        Files.writeString(directory.resolve("a.proto"), "x".repeat((4 << 20) + 1));
        Files.writeString(directory.resolve("b.proto"), "x".repeat((4 << 20) + 2));
        ContractException e =
                assertThrows(ContractException.class, () -> Workspace.load(new DirectoryTree(directory, ""), ""));
        assertEquals(Failure.NO_ANSWER, e.failure());
        assertEquals(2, e.problems().size());
    }

    /** Names that not every file system can hold, so they are no folder of the test data. */
    @Test
    void refusesOddNames(@TempDir Path directory) throws IOException {
        for (String name : List.of("a b.proto", "con.proto", "-x.proto", "Same.proto", "same.proto", "b\n.proto")) {
            Files.writeString(directory.resolve(name), "");
        }
        assertEquals("""
                CONTRACT
                at/-x.proto: The path "-x.proto" has a part that starts with "-", which tools take for an option. Rename it.
                at/a b.proto: The path "a b.proto" may hold only letters, digits and the characters ". _ - /". Rename it.
                at/b\\u{a}.proto: The path "b\\u{a}.proto" may hold only letters, digits and the characters ". _ - /". Rename it.
                at/con.proto: The path "con.proto" has a part that names a device on Windows. Rename it.
                at/Same.proto: "Same.proto" and "same.proto" differ only in case, and are one file on Windows and macOS. Rename one.
                at/same.proto: "same.proto" and "Same.proto" differ only in case, and are one file on Windows and macOS. Rename one.
                """, answer(directory).replace("b\n.proto: The path", "b\\u{a}.proto: The path"));
    }

    @Test
    void importsFromWhatOnlyTheLockNames(@TempDir Path directory) throws IOException, ContractException {
        Files.writeString(directory.resolve("buf.yaml"), "version: v2\n");
        Files.writeString(directory.resolve("a.proto"), "");
        Files.writeString(directory.resolve("buf.lock"), """
                version: v2
                deps:
                  - name: buf.build/acme/common
                    commit: 11111111222233334444555555555555
                    digest: b5:%s
                """.formatted("0123456789abcdef".repeat(8)));
        assertEquals(
                List.of("buf.build/acme/common:11111111222233334444555555555555"),
                Workspace.load(new DirectoryTree(directory, ""), "").configuration().deps().stream()
                        .map(Dependency::toString)
                        .toList());
    }

    @Test
    void readsAnEarlierStateWhoseLockIsBroken(@TempDir Path directory) throws IOException, ContractException {
        Files.writeString(directory.resolve("buf.yaml"), "version: v2\n");
        Files.writeString(directory.resolve("buf.lock"), "<<<<<<< HEAD\n");
        Files.writeString(directory.resolve("a.proto"), "");
        DirectoryTree tree = new DirectoryTree(directory, "");
        assertThrows(ContractException.class, () -> WorkspaceListing.of(tree, ""));
        assertEquals(Set.of("a.proto"), WorkspaceListing.earlier(tree, "").paths());
    }
}
