package dev.concordat.cli;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RehearsalTest {
    /** Those of the JDK depend on how its threads run; which lambda of a class it is, the name of the lambda's does not tell. */
    private static final Pattern LOADED =
            Pattern.compile("((dev\\.concordat|com\\.google\\.protobuf|org\\.eclipse\\.jgit)\\.\\S+) source: .*");

    private static final String PLAIN = "acme/v1/point.proto";

    @TempDir
    private Path directory;

    @Test
    void everyCommandOfTheRehearsalEndsAsItIsMeantTo() {
        assertDoesNotThrow(() -> Rehearsal.rehearse(List.of()));
    }

    /** A class that was not rehearsed is not in the archive, and costs as much as many that are. */
    @Test
    void whatBreakingAndCheckLoadIsRehearsed() throws IOException, InterruptedException {
        Set<String> rehearsed = loadedBy(directory, 0, "Rehearsal", "breaking");
        Set<String> allRehearsed = loadedBy(directory, 0, "Rehearsal");
        assertTrue(rehearsed.size() < allRehearsed.size());

        ScratchRegistry registry = ScratchRegistry.create(directory.resolve("with-options"));
        registry.edit(ScratchRegistry.ROUTE_GUIDE, ScratchRegistry::swapped);
        assertEquals(Set.of(), missing(rehearsed, comparison(registry)));
        assertEquals(Set.of(), missing(allRehearsed, loadedBy(registry.directory(), 100, "Main", "check")));

        ScratchRegistry plain = new ScratchRegistry(Files.createDirectories(directory.resolve("plain")));
        plain.write("buf.yaml", "version: v2\n");
        plain.write(PLAIN, "syntax = \"proto3\";\n\npackage acme.v1;\n\nmessage Point {\n  int32 x = 1;\n}\n");
        for (int file = 0; file < 100; file++) {
            plain.write("acme/v1/user" + file + ".proto", "syntax = \"proto3\";\n\nimport \"" + PLAIN + "\";\n");
        }
        plain.git("init", "-q", "-b", "main");
        plain.commit("Contracts");
        plain.edit(PLAIN, text -> text.replace("x = 1", "x = 2"));
        assertEquals(Set.of(), missing(rehearsed, comparison(plain)));
        // The second run keeps the outlines, the third reads them.
        assertEquals(Set.of(), missing(rehearsed, comparison(plain)));
        assertEquals(Set.of(), missing(rehearsed, comparison(plain)));
    }

    /** What a comparison with the last commit loads, where all objects are packed, as after a clone. */
    private static Set<String> comparison(ScratchRegistry registry) throws IOException, InterruptedException {
        registry.git("gc", "-q");
        return loadedBy(registry.directory(), 100, "Main", "breaking", "--against", ".git#branch=main");
    }

    private static Set<String> missing(Set<String> rehearsed, Set<String> loaded) {
        assertFalse(loaded.isEmpty());
        Set<String> missing = new TreeSet<>(loaded);
        missing.removeAll(rehearsed);
        return missing;
    }

    /** Runs a class of ours in a process of its own, as the launcher does; returns what is loaded. */
    private static Set<String> loadedBy(Path directory, int status, String main, String... arguments)
            throws IOException, InterruptedException {
        Path log = Files.createTempFile(directory, "loaded", ".txt");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xlog:class+load:file=" + log.getFileName() + ":none",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.concordat.cli." + main));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertEquals(status, process.waitFor(), main);
        Set<String> loaded = new HashSet<>();
        for (String line : Files.readAllLines(log)) {
            Matcher matcher = LOADED.matcher(line.replaceFirst("\\$\\$Lambda\\S+", "\\$\\$Lambda"));
            if (matcher.matches()) {
                loaded.add(matcher.group(1));
            }
        }
        return loaded;
    }
}
