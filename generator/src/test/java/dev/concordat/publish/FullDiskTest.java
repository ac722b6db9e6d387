package dev.concordat.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.concordat.generate.Lock;
import dev.concordat.generate.StandaloneMaven;
import dev.concordat.generate.Toolchain;
import dev.concordat.schema.ContractException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written where the system takes no more than a part of it: here a process of its own that may write no file of more than a MiB. */
@Timeout(120)
final class FullDiskTest {
    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"repository", "toolchain"})
    void keepsNoPart(String writer) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        "/bin/sh",
                        "-c",
                        "ulimit -f 2048; exec \"$@\"",
                        "sh",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:-UsePerfData",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Writing.class.getName(),
                        writer,
                        directory.toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals("File too large", output.replaceFirst("(?s).*(File too large).*", "$1"));
        process.waitFor();
        try (Stream<Path> files = Files.walk(directory)) {
            assertEquals(List.of(), files.filter(Files::isRegularFile).toList());
        }
    }

    /** Writes what is larger than that, and says why it could not. */
    static final class Writing {
        private Writing() {}

        public static void main(String[] arguments) {
            Path directory = Path.of(arguments[1]);
            try (StandaloneMaven maven = StandaloneMaven.online()) {
                if (arguments[0].equals("repository")) {
                    new FileRepository(directory).create("g/a/1/a.jar", new byte[2 << 20]);
                } else {
                    new Toolchain(Lock.read(Lock.FILE, Optional.empty()), maven, directory).protoc();
                }
            } catch (ContractException e) {
                System.out.println(e.problems());
            }
        }
    }
}
