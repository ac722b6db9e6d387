package dev.concordat.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server's hook that compares what is pushed with what is there, while git keeps the objects of the push apart. */
@Timeout(120)
final class PreReceiveHookTest {
    private static final String HOOK = """
            #!/bin/sh
            while read -r old new ref; do
                "%s" -cp "%s" dev.concordat.cli.Main breaking ".#format=git,ref=$new" --against ".#format=git,ref=$old" || exit 1
            done
            """;

    @TempDir
    private Path directory;

    private ScratchRegistry registry;
    private ScratchRegistry server;

    @BeforeEach
    void serve() throws IOException, InterruptedException {
        registry = ScratchRegistry.create(directory.resolve("registry"));
        server = new ScratchRegistry(directory.resolve("server.git"));
        registry.git("clone", "-q", "--bare", ".", server.directory().toString());
        registry.git("remote", "add", "origin", server.directory().toString());
        Path hook = server.directory().resolve("hooks/pre-receive");
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Files.writeString(hook, HOOK.formatted(java, System.getProperty("java.class.path")));
        Files.setPosixFilePermissions(hook, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @ParameterizedTest(name = "kept in a pack from {0} objects on")
    @ValueSource(ints = {1, 1000})
    void refusesAPushThatBreaks(int unpackLimit) throws IOException, InterruptedException {
        server.git("config", "receive.unpackLimit", String.valueOf(unpackLimit));
        String before = server.git("rev-parse", "main");
        registry.edit(ScratchRegistry.ROUTE_GUIDE, ScratchRegistry::swapped).commit("Swapped");

        IOException refused = assertThrows(IOException.class, () -> registry.git("push", "-q", "origin", "main"));

        String told = String.valueOf(refused.getMessage());
        assertTrue(told.contains("FIELD_SAME_NUMBER: Fields \"latitude\" and \"longitude\""), told);
        assertEquals(before, server.git("rev-parse", "main"));
    }

    @Test
    void acceptsAPushThatAdds() throws IOException, InterruptedException {
        registry.edit(ScratchRegistry.ROUTE_GUIDE, ScratchRegistry::grown).commit("Grown");

        registry.git("push", "-q", "origin", "main");

        assertEquals(registry.git("rev-parse", "main"), server.git("rev-parse", "main"));
    }
}
