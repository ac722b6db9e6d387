package dev.concordat.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.concordat.cli.InstalledLauncher.Run;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The archives of classes that the launcher makes and runs with. */
@Timeout(300)
final class LauncherArchiveTest {
    @TempDir
    private Path directory;

    private InstalledLauncher launcher;

    @BeforeEach
    void install() throws IOException {
        launcher = new InstalledLauncher(directory, directory.resolve("with blanks & 'quotes'"));
    }

    @Test
    void theFirstRunMakesAnArchiveForTheNext() throws IOException, InterruptedException {
        // Java 17 takes no class of a jar out of an archive whose path has blanks.
        launcher = new InstalledLauncher(directory, directory.resolve("plain"));
        assertEquals(new Run(0, "one []\n", ""), launcher.run());
        Path archive = launcher.awaitArchive();
        assertEquals(new Run(0, "one [" + archive + "]\n", ""), launcher.run());
        assertEquals(List.of(archive), launcher.archives());
        assertTrue(launcher.classesComeFrom(archive), "no class was shared");
    }

    @Test
    void manyFirstRunsAtOnceMakeOneArchive() throws IOException, InterruptedException {
        List<Process> runs = new ArrayList<>();
        for (int run = 0; run < 8; run++) {
            runs.add(launcher.start());
        }
        for (Process run : runs) {
            assertEquals(new Run(0, "one []\n", ""), InstalledLauncher.ended(run));
        }
        Path archive = launcher.awaitArchive();
        assertEquals(new Run(0, "one [" + archive + "]\n", ""), launcher.run());
        assertEquals(List.of(archive), launcher.archives());
    }

    @Test
    void anotherJarGetsAnArchiveOfItsOwn() throws IOException, InterruptedException {
        launcher.run();
        Path archive = launcher.awaitArchive();
        launcher.writeJar("two");
        assertEquals(new Run(0, "two []\n", ""), launcher.run());
        launcher.awaitArchive();
        assertEquals(new Run(0, "two [" + archive + "]\n", ""), launcher.run());
        assertEquals(List.of(archive), launcher.archives());
    }

    /** It is run most, and takes the longer the more classes of others are mapped. */
    @Test
    void breakingHasAnArchiveOfItsOwn() throws IOException, InterruptedException {
        String[] breaking = {"/bin/sh", launcher.launcher().toString(), "breaking"};
        launcher.run();
        Path archive = launcher.awaitArchive();
        assertEquals(new Run(0, "one []\n", ""), InstalledLauncher.ended(launcher.start(breaking)));
        awaitArchives(2);
        launcher.awaitArchive();
        Path own = Path.of(archive.toString().replaceFirst("\\.jsa$", "-breaking.jsa"));
        assertEquals(new Run(0, "one [" + own + "]\n", ""), InstalledLauncher.ended(launcher.start(breaking)));
        assertEquals(new Run(0, "one [" + archive + "]\n", ""), launcher.run());
    }

    @Test
    void anArchiveThatIsCutOffIsOverlooked() throws IOException, InterruptedException {
        launcher.run();
        Path archive = launcher.awaitArchive();
        byte[] whole = Files.readAllBytes(archive);
        Random random = new Random(5);
        for (int round = 0; round < 6; round++) {
            replace(archive, Arrays.copyOf(whole, random.nextInt(whole.length)));
            Run run = launcher.run();
            assertEquals("", run.err());
            assertEquals(0, run.status(), run.out());
            assertTrue(run.out().startsWith("one [") && run.out().lines().count() == 1, run.out());
            launcher.awaitArchive();
        }
        replace(archive, "no archive".getBytes(StandardCharsets.US_ASCII));
        assertEquals("", launcher.run().err());
    }

    @Test
    void anArchiveThatWasWrittenToIsMadeAnew() throws IOException, InterruptedException {
        launcher.run();
        Path archive = launcher.awaitArchive();
        byte[] whole = Files.readAllBytes(archive);
        whole[whole.length / 2] ^= 1;
        Files.delete(archive);
        Files.write(archive, whole);
        assertEquals(new Run(0, "one []\n", ""), launcher.run());
        launcher.awaitArchive();
        assertEquals(new Run(0, "one [" + archive + "]\n", ""), launcher.run());
    }

    @Test
    void anArchiveWithWhichTheCommandFailsIsNotKept() throws IOException, InterruptedException {
        // The rehearsal has no arguments, the trial has one.
        launcher.writeJar("one", "System.exit(arguments.length);");
        assertEquals(new Run(0, "one []\n", ""), launcher.run());
        assertEquals(0, Files.size(launcher.awaitArchive()));
        assertEquals(new Run(0, "one []\n", ""), launcher.run());
    }

    @Test
    void withoutACacheItRunsAsWell() throws IOException, InterruptedException {
        launcher.environment().remove("XDG_CACHE_HOME");
        assertEquals(new Run(0, "one []\n", ""), launcher.run());
        launcher.environment().put("HOME", directory.resolve("home").toString());
        Files.writeString(directory.resolve("home"), "no directory");
        assertEquals(new Run(0, "one []\n", ""), launcher.run());
        launcher.environment().put("XDG_CACHE_HOME", "relative");
        assertEquals(new Run(0, "one []\n", ""), launcher.run());
        assertEquals(List.of(), launcher.archives());
    }

    /** A service's user may have one that was never made, and root could make it. */
    @Test
    void aHomeDirectoryThatIsNotThereIsNotMade() throws IOException, InterruptedException {
        launcher.environment().remove("XDG_CACHE_HOME");
        launcher.environment().put("HOME", directory.resolve("nowhere").toString());
        assertEquals(new Run(0, "one []\n", ""), launcher.run());
        launcher.environment().put("HOME", directory.toString());
        launcher.keepsIn(directory.resolve(".cache/concordat/classes"));
        launcher.run();
        launcher.awaitArchive();
        assertFalse(Files.exists(directory.resolve("nowhere")));
    }

    @Test
    void anArchiveThatCannotBeReplacedIsStillUsed() throws IOException, InterruptedException {
        launcher.run();
        Path archive = launcher.awaitArchive();
        assertTrue(launcher.cache().toFile().setWritable(false));
        try {
            assertEquals(new Run(0, "one [" + archive + "]\n", ""), launcher.run());
        } finally {
            assertTrue(launcher.cache().toFile().setWritable(true));
        }
    }

    @Test
    void theCacheOfTheHomeDirectoryIsUsedWhenThereIsNoOther() throws IOException, InterruptedException {
        launcher.environment().remove("XDG_CACHE_HOME");
        launcher.environment().put("HOME", directory.toString());
        launcher.keepsIn(directory.resolve(".cache/concordat/classes"));
        launcher.run();
        assertEquals(new Run(0, "one [" + launcher.awaitArchive() + "]\n", ""), launcher.run());
    }

    @Test
    void oldArchivesGo() throws IOException, InterruptedException {
        Files.createDirectories(launcher.cache());
        for (int old = 0; old < 20; old++) {
            Files.writeString(launcher.cache().resolve("old " + old + ".jsa"), "old");
        }
        launcher.run();
        Path archive = launcher.awaitArchive();
        awaitArchives(8);
        assertTrue(launcher.archives().contains(archive));
    }

    private void awaitArchives(int count) throws IOException, InterruptedException {
        Instant end = Instant.now().plus(InstalledLauncher.PATIENCE);
        while (launcher.archives().size() != count) {
            assertTrue(Instant.now().isBefore(end), launcher.archives().toString());
            Thread.sleep(20);
        }
    }

    private static void replace(Path archive, byte[] content) throws IOException {
        FileTime time = Files.getLastModifiedTime(archive);
        Files.delete(archive);
        Files.write(archive, content);
        Files.setLastModifiedTime(archive, time);
    }
}
