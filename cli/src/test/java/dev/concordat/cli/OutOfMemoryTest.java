package dev.concordat.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Contracts that need more memory than a process of its own may take. */
@Timeout(120)
final class OutOfMemoryTest {
    @TempDir
    private Path directory;

    @Test
    void isNoAnswerAndNoBug() throws IOException, InterruptedException {
        StringBuilder contract = new StringBuilder("syntax = \"proto3\";\npackage acme.v1;\n");
        for (int message = 0; message < 200_000; message++) {
            contract.append("message M").append(message).append(" {}\n");
        }
        Files.writeString(directory.resolve("acme.proto"), contract);
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx32m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "dev.concordat.cli.Main",
                        "build")
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(
                "There is no answer, because Java needs more memory than the 32 MiB that it may take. Run this where there is more: it takes up to 70 % of what the machine or the container has.\n",
                output);
        assertEquals(1, process.waitFor());
    }
}
