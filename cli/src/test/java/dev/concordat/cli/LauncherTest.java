package dev.concordat.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.concordat.cli.InstalledLauncher.Run;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the launcher looks after before Java runs. */
@Timeout(300)
final class LauncherTest {
    @TempDir
    private Path directory;

    private InstalledLauncher launcher;

    @BeforeEach
    void install() throws IOException {
        launcher = new InstalledLauncher(directory, directory.resolve("with blanks & 'quotes'"));
    }

    @ParameterizedTest
    @CsvSource({", C.UTF-8", "C, C.UTF-8", "POSIX, C.UTF-8", "xx_XX.UTF-8, C.UTF-8", "C.utf8,"})
    void aLocaleThatIsCOrNotThereHasLettersBeyondAscii(@Nullable String given, @Nullable String used)
            throws IOException, InterruptedException {
        launcher.writeJar("one", "System.out.println(System.getenv(\"LC_ALL\"));");
        if (given != null) {
            launcher.environment().put("LANG", given);
        }
        assertEquals(new Run(0, "one []\n" + used + "\n", ""), launcher.run());
    }

    @Test
    void aWorkingDirectoryThatIsGoneIsSaidToBeGone() throws IOException, InterruptedException {
        Run run = InstalledLauncher.ended(launcher.start(
                "/bin/sh",
                "-c",
                "mkdir gone && cd gone && rmdir ../gone && exec \"$0\"",
                launcher.launcher().toString()));
        assertEquals(1, run.status());
        assertEquals("", run.out());
        assertEquals("""
                The directory in which this was started is gone.
                Go to one that is there, such as the one that took its place: cd "$PWD"
                """, run.err().replaceAll("(?m)^.*getcwd.*\\R", ""));
    }
}
