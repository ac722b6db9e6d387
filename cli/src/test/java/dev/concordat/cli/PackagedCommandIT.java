package dev.concordat.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command as it is packaged, in jars whose lambdas and concatenations are linked. */
final class PackagedCommandIT {
    /** Lambdas that Java makes classes of while a command waits, and what it makes the methods of records with. protobuf's class files are older. */
    private static final Pattern MADE = Pattern.compile(
            "(dev\\.concordat|org\\.(eclipse|snakeyaml))\\..*\\$\\$Lambda(\\$\\d+)?/.*|java\\.lang\\.runtime\\.ObjectMethods .*");

    @TempDir
    private Path directory;

    @Test
    void noClassIsMadeWhileContractsAreCompared() throws IOException, InterruptedException {
        ScratchRegistry registry = ScratchRegistry.create(directory.resolve("registry"));
        registry.edit(ScratchRegistry.ROUTE_GUIDE, ScratchRegistry::swapped);

        List<String> loaded = loadedBy(registry.directory(), "breaking", "--against", ".git#branch=main");

        assertTrue(loaded.stream().anyMatch(line -> line.startsWith("dev.concordat.check.witness.WireSearch")));
        assertEquals(List.of(), loaded.stream().filter(MADE.asMatchPredicate()).toList());
    }

    /** Runs the command with findings as its end; returns the lines of what is loaded. */
    private List<String> loadedBy(Path where, String... arguments) throws IOException, InterruptedException {
        Path log = directory.resolve("loaded.txt");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xlog:class+load:file=" + log + ":none",
                "-jar",
                System.getProperty("jar")));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .directory(where.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertEquals(100, process.waitFor());
        return Files.readAllLines(log);
    }
}
