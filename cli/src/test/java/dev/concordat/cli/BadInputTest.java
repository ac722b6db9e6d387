package dev.concordat.cli;

import static dev.concordat.cli.ScratchRegistry.ROUTE_GUIDE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import dev.concordat.cli.ScratchRegistry.Outcome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is wrong: where, what, what to do, the right exit status, and nothing half-published. */
final class BadInputTest {
    @TempDir
    private Path directory;

    private ScratchRegistry registry;

    @BeforeEach
    void commitTheContracts() throws IOException, InterruptedException {
        registry = ScratchRegistry.create(directory.resolve("a"));
    }

    @Test
    void aContractThatDoesNotCompile() throws IOException {
        registry.edit(ROUTE_GUIDE, text -> text.replace("int32 latitude = 1 [", "int33 latitude = 1 ["));
        assertRefused(100, ROUTE_GUIDE + ":69:3: \"int33\" is not declared in this file or in what it imports.");
    }

    @Test
    void aContractWhoseNameIsNoText() throws IOException, InterruptedException {
        // Java can make no file with such a name, nor open one.
        String script = "printf 'syntax = \"proto3\";' > \"$(printf 'odd\\344.proto')\"";
        Process shell = new ProcessBuilder("/bin/sh", "-c", script)
                .directory(registry.directory()
                        .resolve(ROUTE_GUIDE)
                        .resolveSibling(".")
                        .toFile())
                .start();
        assertEquals(0, shell.waitFor());
        Outcome build = registry.concordat("build");
        assertEquals(1, build.status(), build.toString());
        assertTrue(build.err().contains("has bytes that are no letters here"), build.toString());
    }

    @Test
    void aMissingImport() throws IOException {
        registry.edit(ROUTE_GUIDE, text -> text.replace("google/protobuf/duration.proto", "acme/v1/missing.proto"));
        assertRefused(
                100,
                ROUTE_GUIDE
                        + ":9:8: Import \"acme/v1/missing.proto\" is in no module of buf.yaml and is not built in. Correct the path");
    }

    @Test
    void twoModulesThatDefineOneName() throws IOException {
        registry.edit("buf.yaml", text -> text.replace("breaking:", "  - path: contracts/other\nbreaking:"))
                .write(
                        "contracts/other/routeguide/v1/other.proto",
                        "syntax = \"proto3\";\npackage routeguide.v1;\nmessage Point {}\n");
        Outcome publish = assertRefused(100, "\"routeguide.v1.Point\" is defined in ");
        assertTrue(publish.out().contains("Keep one of the two and import it."), publish.out());
    }

    @Test
    void anUnknownKeyInBufYaml() throws IOException {
        registry.edit("buf.yaml", text -> text.replace("modules:", "modulez:"));
        assertRefused(2, "buf.yaml:2:1: Unknown key \"modulez\". Did you mean \"modules\"?");
    }

    @Test
    void anUnknownKeyInConcordatYaml() throws IOException {
        registry.edit("concordat.yaml", text -> text.replace("branch:", "brunch:"));
        assertRefused(2, "concordat.yaml:3:1: Unknown key \"brunch\". Did you mean \"branch\"?");
    }

    @Test
    void anUnknownRuleInBufYaml() throws IOException, InterruptedException {
        registry.edit("buf.yaml", text -> text.replace("- FILE", "- FIELD_SAME_NAMES"))
                .commit("A typo");
        registry.edit(ROUTE_GUIDE, ScratchRegistry::grown);
        assertRefused(
                2,
                "\"FIELD_SAME_NAMES\" under \"breaking\" is no rule and no category of version v2. Did you mean \"FIELD_SAME_NAME\"?");
    }

    @Test
    void aShallowClone() throws IOException, InterruptedException {
        registry.edit(ROUTE_GUIDE, ScratchRegistry::grown).commit("A second commit");
        registry.git(
                "clone",
                "-q",
                "--depth",
                "1",
                registry.directory().toUri().toString(),
                directory.resolve("shallow").toString());
        registry = new ScratchRegistry(directory.resolve("shallow"));
        Outcome publish = assertRefused(1, "shallow");
        assertTrue(publish.err().contains("git fetch --unshallow"), publish.err());
    }

    @Test
    void noRepositoryAtAll() throws IOException {
        registry = new ScratchRegistry(Files.createDirectories(directory.resolve("elsewhere")));
        assertRefused(1, "git repository");
    }

    @Test
    void anUnreachableRepository() throws IOException {
        int port = freePort();
        Outcome publish = registry.concordat("publish", "--to", "http://127.0.0.1:" + port + "/maven");
        assertEquals(1, publish.status(), publish.toString());
        assertTrue(publish.err().contains("could not be published to http://127.0.0.1:" + port), publish.err());
        assertFalse(publish.err().contains("    at "), publish.err());
    }

    /** A port that nobody listens on. */
    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Test
    void aRefusingRepository() throws IOException, InterruptedException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(401, -1);
            exchange.close();
        });
        server.start();
        try {
            assertEquals(0, registry.concordat("release").status());
            Outcome publish = registry.concordat(
                    "publish", "--to", "http://127.0.0.1:" + server.getAddress().getPort() + "/");
            assertEquals(1, publish.status(), publish.toString());
            assertTrue(
                    publish.err()
                            .contains("Give the server \"contracts\" a username and a password in ~/.m2/settings.xml."),
                    publish.err());
        } finally {
            server.stop(0);
        }
    }

    @Test
    void aToolThatIsNotTheLockedOneIsNotRun() throws IOException {
        registry.edit("concordat.lock", text -> text.replaceAll("((?:linux|osx|windows)-\\S+: )[0-9a-e]", "$1f"));
        Outcome publish = assertRefused(1, "so it is not run.");
        assertTrue(publish.err().contains("concordat.lock says f"), publish.err());
    }

    @Test
    void noJava() throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                List.of("/bin/sh", ScratchRegistry.PROJECT.resolve("concordat").toString(), "check"));
        builder.environment().clear();
        builder.environment().put("PATH", directory.toString());
        Process process = builder.redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(1, process.waitFor(), output);
        assertTrue(
                output.startsWith("No Java was found: JAVA_HOME is not set and there is no java on the PATH."), output);
        assertTrue(output.contains("Install such a JDK"), output);
    }

    @Test
    void noGitIdentityIsNeededToRelease() throws IOException, InterruptedException {
        // The command runs in this process, where no identity is configured; the tagger is the commit's committer.
        assertEquals(0, registry.concordat("release").status());
        assertTrue(registry.git("cat-file", "-p", "refs/tags/routeguide/v1.0.0")
                .contains("tagger Ada <ada@example.com> 1772362800 +0100"));
    }

    @Test
    void uncommittedChangesAreNotReleased() throws IOException, InterruptedException {
        registry.edit(ROUTE_GUIDE, ScratchRegistry::grown);
        Outcome release = registry.concordat("release");
        assertEquals(1, release.status(), release.toString());
        assertTrue(release.err().contains("Commit or stash the changes"), release.err());
        assertEquals("", registry.git("tag", "--list"));
    }

    @Test
    void unknownCommandsAndFlags() {
        Outcome command = registry.concordat("chekc");
        assertEquals(2, command.status());
        assertTrue(command.err().contains("Unknown command \"chekc\". Did you mean \"check\"?"), command.err());
        Outcome flag = registry.concordat("publish", "--two", "x");
        assertEquals(2, flag.status());
        assertTrue(flag.err().contains("Unknown flag \"--two\". Did you mean \"--to\"?"), flag.err());
        assertEquals(1, registry.concordat("breaking").status());
    }

    @Test
    void whatOnlyBufHas() {
        for (String name :
                List.of("lint", "format", "generate", "push", "dep", "mod", "config", "curl", "beta", "completion")) {
            Outcome command = registry.concordat(name, "--path", "x");
            assertEquals(2, command.status());
            assertTrue(command.err().contains("\"buf " + name + "\""), command.err());
        }
        Outcome flag = registry.concordat("breaking", "--against-registry");
        assertEquals(1, flag.status());
        assertTrue(flag.err().contains("--against \".git#branch=main\", or with an image"), flag.err());
    }

    /** Publishes, and expects the refusal, no stack trace and an untouched registry. */
    private Outcome assertRefused(int status, String text) throws IOException {
        Outcome publish = registry.concordat("publish", "--to", "file:registry");
        assertEquals(status, publish.status(), publish.toString());
        String told = publish.out() + publish.err();
        assertTrue(told.contains(text), told);
        assertFalse(told.contains("    at "), told);
        assertEquals(List.of(), ScratchRegistry.listing(registry.directory().resolve("registry")));
        return publish;
    }
}
