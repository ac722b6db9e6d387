package dev.concordat.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.concordat.cli.InstalledLauncher.Run;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
        launcher.writeJar("one", "System.out.println(System.getenv(\"LC_CTYPE\"));");
        if (given != null) {
            launcher.environment().put("LANG", given);
        }
        assertEquals(new Run(0, "one []\n" + used + "\n", ""), launcher.run());
    }

    @Test
    void whatTheSystemSaysIsEnglishAndLettersStayThoseOfTheLocale() throws IOException, InterruptedException {
        launcher.writeJar("one", """
                for (String name : new String[] {"LC_ALL", "LC_CTYPE", "LC_MESSAGES"}) {
                    System.out.println(name + " " + System.getenv(name));
                }
                """);
        launcher.environment().put("LC_ALL", "C.utf8");
        launcher.environment().put("LC_MESSAGES", "de_DE.UTF-8");
        assertEquals(new Run(0, "one []\nLC_ALL null\nLC_CTYPE C.utf8\nLC_MESSAGES C\n", ""), launcher.run());
    }

    @ParameterizedTest
    @ValueSource(strings = {"JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS"})
    void whoeverChoosesACollectorAndALimitOfMemoryIsNotContradicted(String variable)
            throws IOException, InterruptedException {
        launcher.environment().put(variable, "-XX:+UseSerialGC -Xmx64m");
        Run run = launcher.run();
        assertEquals(new Run(0, "one []\n", run.err()), run);
    }

    @ParameterizedTest
    @ValueSource(strings = {"co:lon", "exclaimed!"})
    void aDirectoryOutOfWhichJavaCannotRunIsSaidToBeOne(String name) throws IOException, InterruptedException {
        InstalledLauncher other = new InstalledLauncher(directory, directory.resolve(name));
        Path home = directory.toRealPath().resolve(name);
        assertEquals(new Run(1, "", """
                        Java cannot run what lies in "%s": it reads the colon, or the exclamation mark at the end of a name, as more than a letter.
                        Put Concordat into a directory without it.
                        """.formatted(home)), other.run());
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

    @Test
    @EnabledOnOs(OS.LINUX)
    void aSmallAddressSpaceIsEnough() throws IOException, InterruptedException {
        assertEquals(new Run(0, "one []\n", ""), runIn(1_500_000));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void anAddressSpaceThatIsTooSmallIsSaidToBe() throws IOException, InterruptedException {
        assertEquals(new Run(1, "", """
                        The address space of a process is limited to 1499999 KiB here, which is too little for Java.
                        Allow at least 1500000, with "ulimit -v 1500000" or where the limit is set; it counts addresses, of which most are never used.
                        """), runIn(1_499_999));
    }

    private Run runIn(int addressSpace) throws IOException, InterruptedException {
        return InstalledLauncher.ended(launcher.start(
                "/bin/sh",
                "-c",
                "ulimit -v \"$1\" && exec \"$0\"",
                launcher.launcher().toString(),
                String.valueOf(addressSpace)));
    }
}
