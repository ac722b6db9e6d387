package dev.concordat.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.concordat.cli.ScratchRegistry.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Contracts behind a symbolic link are never left out without a word. */
final class LinkTest {
    private static final String REFUSED =
            "\"proto/linked\" stands for contracts, but is a symbolic link or a submodule, which is never followed.";

    @TempDir
    private Path directory;

    @Test
    void aLinkToADirectoryWithContractsIsRefusedOnBothSides() throws IOException, InterruptedException {
        ScratchRegistry registry = linked("version: v2\nmodules: [{path: proto}]\n");
        for (String command : new String[] {"breaking --against .git#ref=HEAD", "build"}) {
            Outcome outcome = registry.concordat(command.split(" "));
            assertEquals(100, outcome.status(), outcome.out());
            assertTrue(outcome.out().contains("proto/linked: " + REFUSED), outcome.out());
        }
        Files.delete(registry.directory().resolve("proto/linked"));
        Outcome earlier = registry.concordat("breaking", "--against", ".git#ref=HEAD");
        assertEquals(100, earlier.status(), earlier.out());
        assertTrue(earlier.out().contains("to compare with: " + REFUSED), earlier.out());
    }

    @Test
    void aLinkIsLeftOutWhenThatIsAskedFor() throws IOException, InterruptedException {
        ScratchRegistry registry = linked("version: v2\nmodules: [{path: proto}]\n");
        Outcome breaking = registry.concordat("breaking", "--against", ".git#ref=HEAD", "--disable-symlinks");
        assertEquals(0, breaking.status(), breaking.out());
        assertEquals(0, registry.concordat("build", "--disable-symlinks").status());
        assertEquals(
                0,
                registry.concordat("export", "--disable-symlinks", "-o", "exported")
                        .status());
    }

    @Test
    void aLinkThatIsExcludedIsLeftOut() throws IOException, InterruptedException {
        ScratchRegistry registry = linked("version: v2\nmodules: [{path: proto, excludes: [proto/linked]}]\n");
        Outcome breaking = registry.concordat("breaking", "--against", ".git#ref=HEAD");
        assertEquals(0, breaking.status(), breaking.out());
    }

    private ScratchRegistry linked(String configuration) throws IOException, InterruptedException {
        ScratchRegistry registry = new ScratchRegistry(directory)
                .write("buf.yaml", configuration)
                .write("proto/a.proto", "syntax = \"proto3\";\npackage a;\nmessage A {}\n")
                .write("shared/b.proto", "syntax = \"proto3\";\npackage b;\nmessage B {}\n");
        Files.createSymbolicLink(directory.resolve("proto/linked"), Path.of("../shared"));
        registry.git("init", "-q", "-b", "main");
        return registry.commit("with a link");
    }
}
