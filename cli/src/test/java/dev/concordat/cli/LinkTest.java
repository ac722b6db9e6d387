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
        assertTrue(earlier.out().contains("Compare with a state without it"), earlier.out());
        String excluding = "version: v2\nmodules: [{path: proto, excludes: [proto/linked]}]";
        assertEquals(
                0,
                registry.concordat("breaking", "--against", ".git#ref=HEAD", "--against-config", excluding)
                        .status());
    }

    @Test
    void aLinkAboveWhatAModuleIsRestrictedToIsRefusedOnBothSides() throws IOException, InterruptedException {
        for (String configuration : new String[] {
            "version: v2\nmodules: [{path: proto, includes: [proto/linked/deep, proto/b]}]\n",
            "version: v1beta1\nbuild: {roots: [proto/linked/deep, proto/b]}\n"
        }) {
            Path top = Files.createTempDirectory(directory, "top");
            ScratchRegistry registry = new ScratchRegistry(top)
                    .write("buf.yaml", configuration)
                    .write("proto/b/a.proto", "syntax = \"proto3\";\npackage a;\nmessage A {}\n")
                    .write("shared/deep/b.proto", "syntax = \"proto3\";\npackage b;\nmessage B {}\n");
            Files.createSymbolicLink(top.resolve("proto/linked"), Path.of("../shared"));
            registry.git("init", "-q", "-b", "main");
            registry.commit("with a link");
            Outcome current = registry.concordat("build");
            assertTrue(current.out().contains("proto/linked: " + REFUSED), current.out());
            Files.delete(top.resolve("proto/linked"));
            registry.write("proto/linked/deep/c.proto", "syntax = \"proto3\";\npackage b;\n");
            Outcome earlier = registry.concordat("breaking", "--against", ".git#ref=HEAD");
            assertEquals(100, earlier.status(), earlier.out());
            assertTrue(earlier.out().contains("to compare with: " + REFUSED), earlier.out());
        }
    }

    @Test
    void aConfigurationThatIsALinkIsAWrongConfiguration() throws IOException, InterruptedException {
        for (String file : new String[] {"buf.yaml", "concordat.yaml", "waivers.yaml"}) {
            Path top = Files.createTempDirectory(directory, "top");
            ScratchRegistry registry = new ScratchRegistry(top)
                    .write("buf.yaml", "version: v2\nmodules: [{path: proto}]\n")
                    .write("concordat.yaml", "version: v1\ngroup: com.example.contracts\n")
                    .write("waivers.yaml", "version: v1\nwaivers: []\n")
                    .write("proto/a.proto", "syntax = \"proto3\";\npackage a;\n");
            Files.move(top.resolve(file), top.resolve("elsewhere"));
            Files.createSymbolicLink(top.resolve(file), Path.of("elsewhere"));
            registry.git("init", "-q", "-b", "main");
            Outcome uncommitted = registry.concordat("check");
            assertEquals(2, uncommitted.status(), uncommitted.toString());
            registry.commit("with a link");
            Outcome committed = registry.concordat("check");
            assertEquals(2, committed.status(), committed.toString());
            assertTrue((committed.err() + committed.out()).contains("symbolic link"), committed.toString());
        }
    }

    @Test
    void anInputThatIsALinkIsFollowed() throws IOException {
        ScratchRegistry registry = new ScratchRegistry(directory)
                .write("previous/a.proto", "syntax = \"proto3\";\npackage a;\nmessage A {}\nmessage B {}\n")
                .write("current/a.proto", "syntax = \"proto3\";\npackage a;\nmessage A {}\n");
        Files.createSymbolicLink(directory.resolve("before"), Path.of("previous"));
        Files.createSymbolicLink(directory.resolve("now"), Path.of("current"));
        Outcome breaking = registry.concordat("breaking", "now", "--against", "before");
        assertEquals(100, breaking.status(), breaking.out());
        assertTrue(breaking.out().contains("now/a.proto:1:1:"), breaking.out());
        assertEquals(0, registry.concordat("build", "now").status());
        assertEquals(0, registry.concordat("export", "now", "-o", "exported").status());
        assertTrue(Files.exists(directory.resolve("exported/a.proto")));
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
