package dev.concordat.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** How the launcher builds what it runs: one process at a time, and never for ever. */
@Timeout(120)
final class LauncherBuildTest {
    private static final String BUILDING = "Building Concordat (first use) ...\n";

    @TempDir
    private Path directory;

    private InstalledLauncher launcher;
    private Path target;
    private Path lock;

    /** The build takes what it makes from beside it, or as long as it is told. */
    @BeforeEach
    void install() throws IOException {
        Path home = directory.resolve("with blanks & 'quotes'");
        launcher = new InstalledLauncher(directory, home);
        target = home.resolve("cli/target");
        lock = target.resolve("concordat.lock");
        Files.move(target.resolve("concordat.jar"), home.resolve("made.jar"));
        Files.writeString(home.resolve("mvnw"), """
                #!/bin/sh
                [ -z "${BUILD_SECONDS:-}" ] || exec sleep "$BUILD_SECONDS"
                mkdir -p cli/target/quick
                cp made.jar cli/target/quick/concordat.jar
                cp made.jar cli/target/quick/concordat-libraries.jar
                """);
        assertTrue(home.resolve("mvnw").toFile().setExecutable(true));
    }

    @Test
    void aLockOfAProcessThatHasEndedIsTakenOver() throws IOException, InterruptedException {
        Process ended = launcher.start("/bin/sh", "-c", "exit 0");
        ended.waitFor();
        Files.createDirectories(lock);
        Files.writeString(lock.resolve("owner"), Long.toString(ended.pid()));
        assertBuilds();
    }

    @Test
    void aLockWithThisProcessesOwnNumberIsTakenOver() throws IOException, InterruptedException {
        Files.createDirectories(lock);
        InstalledLauncher.Run run = InstalledLauncher.ended(launcher.start(
                "/bin/sh",
                "-c",
                "echo $$ >\"$1/owner\"; exec \"$0\"",
                launcher.launcher().toString(),
                lock.toString()));
        assertEquals(new InstalledLauncher.Run(0, "one []\n", BUILDING), run);
    }

    @Test
    void aLockThatNobodyPutANameIntoIsTakenOverAfterAWhile() throws IOException, InterruptedException {
        Files.createDirectories(lock);
        Files.setLastModifiedTime(lock, FileTime.from(Instant.now().minusSeconds(180)));
        assertBuilds();
    }

    @Test
    void whoWaitsForABuildSaysForWhom() throws IOException, InterruptedException {
        Files.createDirectories(lock);
        Files.writeString(
                lock.resolve("owner"), Long.toString(ProcessHandle.current().pid()));
        Process waiting = launcher.start();
        BufferedReader told = waiting.errorReader(StandardCharsets.UTF_8);
        assertEquals(
                "Waiting for process %s, which builds Concordat; if it is something else, delete \"%s\" ..."
                        .formatted(ProcessHandle.current().pid(), lock),
                told.readLine());
        Files.delete(lock.resolve("owner"));
        Files.delete(lock);
        assertEquals(BUILDING.strip(), told.readLine());
        assertEquals(0, waiting.waitFor());
    }

    @Test
    void whereNothingCanBeWrittenItDoesNotWait() throws IOException, InterruptedException {
        Files.delete(target);
        Files.writeString(target, "a file where a directory should be");
        InstalledLauncher.Run run = launcher.run();
        assertEquals(1, run.status());
        assertEquals("""
                Concordat must be built, and nothing can be written into "%s": Not a directory.
                Make room there, or build it as a user who may write there, before others use it.
                """.formatted(target), run.err());
    }

    /** One that shells make programs in the background ignore, as they do with INT and HUP, would not do. */
    @Test
    void aSignalEndsTheBuildAtOnce() throws IOException, InterruptedException {
        launcher.environment().put("BUILD_SECONDS", "100");
        Process building = launcher.start();
        try (BufferedReader told = building.errorReader(StandardCharsets.UTF_8)) {
            assertEquals(BUILDING.strip(), told.readLine());
            assertTrue(Files.exists(lock));
            ProcessHandle build = awaitChild(building);
            launcher.start("/bin/sh", "-c", "kill -TERM " + building.pid()).waitFor();
            assertEquals(143, building.waitFor());
            assertFalse(build.isAlive());
        }
        assertFalse(Files.exists(lock));
        assertFalse(Files.exists(target.resolve("concordat.jar")));
    }

    private static ProcessHandle awaitChild(Process building) throws InterruptedException {
        while (building.children().findFirst().isEmpty()) {
            Thread.sleep(20);
        }
        return building.children().findFirst().orElseThrow();
    }

    private void assertBuilds() throws IOException, InterruptedException {
        assertEquals(new InstalledLauncher.Run(0, "one []\n", BUILDING), launcher.run());
        assertFalse(Files.exists(lock));
    }
}
