package dev.concordat.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.concordat.cli.ScratchRegistry.Outcome;
import dev.concordat.schema.source.UserCaches;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Contracts that import from a module of buf's registry: which buf has kept here, or which a jar stands for. */
final class ImportsTest {
    private static final String ORDER = "contracts/orders/orders/v1/order.proto";
    private static final String COMMIT = "11111111222233334444555555555555";

    /** What buf computes for a module with the files below. */
    private static final String DIGEST = "b5:22211526e8870e23783b24824b1cef63b98edd5147d604ac846936bb66159b0f"
            + "23ed5c9176d3d16824cd42e4d2802974d8ca9508dbdaac98348e6ae61678c850";

    private static final String OF_ITS_DEPENDENCY =
            "b5:38596468481b44cc2104ce7fe0466394ab4db3d5daaf3099e20665d8e73f5b04"
                    + "e84769bf9d097d0d94ed0188c31968f022149f34ae4384e4f35c46edc64e8a3b";
    private static final String MONEY = """
            syntax = "proto3";

            package acme.common;

            message Money {
              int64 units = 1;
            }
            """;

    @TempDir
    private Path directory;

    private ScratchRegistry registry;

    @BeforeEach
    void writeContracts() throws IOException, InterruptedException {
        registry = new ScratchRegistry(Files.createDirectories(directory.resolve("repository")));
        Files.copy(
                ScratchRegistry.PROJECT.resolve("concordat.lock"),
                registry.directory().resolve("concordat.lock"));
        registry.write("buf.yaml", """
                version: v2
                modules:
                  - path: contracts/orders
                deps:
                  - buf.build/acme/common
                """);
        registry.write("buf.lock", """
                version: v2
                deps:
                  - name: buf.build/acme/common
                    commit: %s
                    digest: %s
                """.formatted(COMMIT, DIGEST));
        registry.write("concordat.yaml", """
                version: v1
                group: com.example.contracts
                branch: main
                """);
        registry.write(ORDER, """
                syntax = "proto3";

                package orders.v1;

                import "acme/common/money.proto";

                message Order {
                  string id = 2;
                  acme.common.Money price = 3;
                }
                """);
        registry.write(".gitignore", "target/\n");
        registry.git("init", "-q", "-b", "main");
        registry.commit("Orders");
        registry.edit(ORDER, order -> order.replace("string id = 2;", "int32 id = 2;"));
    }

    @Test
    void findsWhatBufHasKeptInEveryCommand() throws IOException {
        keepAsBuf();
        assertAllFindTheBreak();
    }

    @Test
    void namesBothWaysWhereThereIsNothing() {
        for (String command : List.of("check", "release --dry-run", "build", "breaking --against .git#branch=main")) {
            Outcome outcome = run(command);
            assertEquals(1, outcome.status(), command + outcome);
            assertTrue(
                    outcome.err().contains("order.proto:5:8: \"acme/common/money.proto\" is in no module here"),
                    outcome.err());
            assertTrue(
                    outcome.err().contains("Run \"buf build\", which fills buf's cache; or name a jar"), outcome.err());
            assertTrue(outcome.err().contains("run \"concordat fetch\""), outcome.err());
        }
    }

    @Test
    void readsFetchedJarsInEveryCommand() throws IOException, InterruptedException {
        publish("1.4.0", MONEY);
        name("1.4.0");
        Outcome unfetched = run("check");
        assertEquals(1, unfetched.status());
        assertTrue(unfetched.err().contains("(com.acme:common:1.4.0), which has no digest"), unfetched.err());
        Outcome updated = run("fetch --update");
        assertEquals(0, updated.status(), updated.err());
        assertTrue(updated.out().startsWith("new com.acme:common:1.4.0: "), updated.out());
        assertEquals("have com.acme:common:1.4.0\n", run("fetch").out());
        // What is here needs no repository any more.
        Files.delete(published("1.4.0"));
        commitWithoutTheBreak();
        assertAllFindTheBreak();
    }

    @Test
    void readsEarlierStatesWithTheJarsThatTheyName() throws IOException, InterruptedException {
        publish("1.4.0", MONEY);
        name("1.4.0");
        run("fetch --update");
        commitWithoutTheBreak();
        publish("1.5.0", MONEY.replace("units", "amount"));
        registry.edit("concordat.yaml", text -> text.replace("1.4.0", "1.5.0"));
        assertEquals(0, run("fetch --update").status());
        assertAllFindTheBreak();

        // On another machine both are missing.
        caches = new UserCaches(directory.resolve("other"), directory.resolve("other-buf"));
        assertEquals(1, run("check").status());
        assertEquals(
                "fetched com.acme:common:1.5.0\nfetched com.acme:common:1.4.0\n",
                run("fetch").out());
        assertAllFindTheBreak();
    }

    @Test
    void fetchesForAnotherStateThatIsNamed() throws IOException, InterruptedException {
        publish("1.4.0", MONEY);
        name("1.4.0");
        run("fetch --update");
        registry.commit("A jar");
        caches = new UserCaches(directory.resolve("other"), directory.resolve("other-buf"));
        assertEquals(
                "fetched com.acme:common:1.4.0\n", run("fetch .git#branch=main").out());
    }

    @Test
    void fetchesNothingWithAnotherDigest() throws IOException {
        publish("1.4.0", MONEY);
        name("1.4.0");
        run("fetch --update");
        publish("1.4.0", MONEY + "\n");
        caches = new UserCaches(directory.resolve("other"), directory.resolve("other-buf"));
        Outcome outcome = run("fetch");
        assertEquals(1, outcome.status());
        assertTrue(outcome.err().contains("so it is not used"), outcome.err());
        assertFalse(Files.exists(directory.resolve("other/imports")));
    }

    @Test
    void refusesAPathThatTwoJarsHave() throws IOException {
        publish("1.4.0", MONEY);
        publish("1.5.0", MONEY + "\n");
        name("1.4.0");
        registry.edit("concordat.yaml", text -> text + "  buf.build/acme/other:\n    maven: com.acme:common:1.5.0\n");
        assertEquals(0, run("fetch --update").status());
        Outcome outcome = run("check");
        assertEquals(1, outcome.status());
        assertTrue(outcome.err().contains("and, with another content, in buf.build/acme/other"), outcome.err());
    }

    private UserCaches caches;

    @BeforeEach
    void makeCaches() {
        caches = new UserCaches(directory.resolve("caches"), directory.resolve("buf"));
    }

    private Outcome run(String command) {
        return registry.concordat(caches, command.split(" ", -1));
    }

    private void assertAllFindTheBreak() {
        Outcome built = run("build");
        assertEquals(0, built.status(), built.err());
        for (String command : List.of("check", "release --dry-run", "breaking --against .git#branch=main")) {
            Outcome outcome = run(command);
            assertEquals(100, outcome.status(), command + outcome);
            assertTrue(outcome.out().contains("FIELD_SAME_TYPE"), outcome.out());
        }
    }

    private void commitWithoutTheBreak() throws IOException, InterruptedException {
        registry.edit(ORDER, order -> order.replace("int32 id = 2;", "string id = 2;"));
        registry.commit("A jar");
        registry.edit(ORDER, order -> order.replace("string id = 2;", "int32 id = 2;"));
    }

    private void name(String version) throws IOException {
        registry.edit(
                "concordat.yaml",
                text -> text + "imports:\n  buf.build/acme/common:\n    maven: com.acme:common:" + version + "\n");
    }

    private Path published(String version) {
        return registry.directory()
                .resolve("target/registry/com/acme/common/%s/common-%s.jar".formatted(version, version));
    }

    private void publish(String version, String money) throws IOException {
        Path jar = published(version);
        Files.createDirectories(jar.getParent());
        try (OutputStream out = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("acme/common/money.proto"));
            zip.write(money.getBytes(StandardCharsets.UTF_8));
        }
    }

    private void keepAsBuf() throws IOException {
        Path module = directory.resolve(Path.of("buf/v3/modules/b5/buf.build/acme/common", COMMIT));
        Files.createDirectories(module.resolve("files/acme/common"));
        Files.writeString(module.resolve("files/LICENSE"), "none\n");
        Files.writeString(module.resolve("files/acme/common/money.proto"), MONEY);
        Files.writeString(module.resolve("module.yaml"), """
                version: v1
                files_dir: files
                deps:
                  - name: buf.build/acme/other
                    digest: %s
                """.formatted(OF_ITS_DEPENDENCY));
    }
}
