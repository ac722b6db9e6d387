package dev.concordat.schema.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.concordat.schema.ContractException;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A program of its own that is ended while a child of it runs. */
@Timeout(120)
final class EndingTest {
    /** One that shells make programs in the background ignore, as they do with INT and HUP, would not do. */
    @Test
    void aSignalDecidesTheStatusAndLeavesNothing() throws Exception {
        Process program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        location(Ending.class) + File.pathSeparator + location(EndingTest.class),
                        Waiting.class.getName())
                .redirectErrorStream(true)
                .start();
        try (BufferedReader told = program.inputReader()) {
            Path scratch = Path.of(told.readLine());
            assertTrue(Files.exists(scratch.resolve("started")));
            ProcessHandle child = program.children().findFirst().orElseThrow();
            new ProcessBuilder("kill", "-TERM", Long.toString(program.pid()))
                    .start()
                    .waitFor();
            assertEquals(List.of(), told.lines().toList());
            assertEquals(143, program.waitFor());
            assertFalse(runs(child));
            assertFalse(Files.exists(scratch));
        }
    }

    private static boolean runs(ProcessHandle process) throws IOException {
        try {
            // Killed, but perhaps not yet collected by its new parent.
            return process.isAlive()
                    && !Files.readString(Path.of("/proc/" + process.pid() + "/stat"))
                            .contains(") Z ");
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    private static Path location(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    /** Says where its files are once its child runs, and then, which nobody should see, how that ended. */
    static final class Waiting {
        private Waiting() {}

        public static void main(String[] arguments) throws IOException, ContractException {
            try (ScratchDirectory scratch = ScratchDirectory.create("concordat-ending")) {
                Limits limits = new Limits(Duration.ofMinutes(1), 1 << 10, scratch.path(), 1 << 20);
                String script = "touch started; echo \"$PWD\" >/proc/$PPID/fd/1; exec sleep 60";
                Result result = ChildProcess.run(List.of("sh", "-c", script), scratch.path(), limits);
                System.out.println("ended with " + result.exitCode());
            } finally {
                System.out.println("ended");
                Runtime.getRuntime().halt(1);
            }
        }
    }
}
