package dev.concordat.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.concordat.cli.ScratchRegistry.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way: contracts, release, a registry, and a service that knows nothing but the registry. */
final class ExampleTest {
    @TempDir
    private Path directory;

    @Test
    void theExampleRunsOnPublishedStubs() throws IOException, InterruptedException {
        ScratchRegistry registry = ScratchRegistry.create(directory.resolve("a"));
        assertEquals(0, registry.concordat("release").status());
        Outcome publish = registry.concordat("publish", "--to", "file:registry");
        assertEquals(0, publish.status(), publish.toString());
        assertTrue(publish.out().contains("<version>1.0.0</version>"), publish.out());

        Path example = directory.resolve("example");
        ScratchRegistry.copy(ScratchRegistry.PROJECT.resolve("examples/routeguide"), example);
        String home = System.getProperty("java.home");
        run(
                example,
                ScratchRegistry.PROJECT.resolve("mvnw").toString(),
                "-B",
                "-q",
                "-ntp",
                "package",
                "-Dregistry.url=" + registry.directory().resolve("registry").toUri(),
                "-Dcontracts.version=1.0.0");
        String output = run(example, Path.of(home, "bin", "java").toString(), "-jar", "target/routeguide.jar");
        for (String pattern : List.of("unary", "server streaming", "client streaming", "bidirectional streaming")) {
            assertTrue(output.lines().anyMatch(line -> line.startsWith(pattern + " ")), output);
        }
    }

    private static String run(Path directory, String... command) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of(command));
        ProcessBuilder builder =
                new ProcessBuilder(words).directory(directory.toFile()).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), output);
        return output;
    }
}
