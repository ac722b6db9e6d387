package dev.concordat.publish;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.concordat.schema.ContractException;
import dev.concordat.schema.Failure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FileRepositoryTest {
    private static final int WRITERS = 16;

    @TempDir
    private Path directory;

    @Test
    void ofWritersWithDifferentBytesExactlyOneWins()
            throws InterruptedException, ExecutionException, ContractException {
        for (int round = 0; round < 50; round++) {
            String path = "g/a/1.0." + round + "/a.jar";
            List<String> outcomes = race(path, writer -> bytes("writer " + writer));
            assertEquals(
                    1,
                    outcomes.stream()
                            .filter(outcome -> outcome.equals("stored"))
                            .count(),
                    outcomes.toString());
            assertEquals(
                    WRITERS - 1,
                    outcomes.stream()
                            .filter(outcome -> outcome.equals("CONFLICT"))
                            .count());
            assertTrue(new FileRepository(directory).read(path).isPresent());
        }
    }

    @Test
    void writersOfTheSameBytesAllSucceedAndLeaveNothingBehind()
            throws InterruptedException, ExecutionException, IOException, ContractException {
        List<String> outcomes = race("g/a/1/a.jar", writer -> bytes("the same"));
        assertEquals(
                WRITERS,
                outcomes.stream().filter(outcome -> outcome.equals("stored")).count());
        try (Stream<Path> files = Files.list(directory.resolve("g/a/1"))) {
            assertEquals(
                    List.of("a.jar"),
                    files.map(file -> file.getFileName().toString()).toList());
        }
        assertArrayEquals(
                bytes("the same"),
                new FileRepository(directory).read("g/a/1/a.jar").orElseThrow());
    }

    @Test
    void aDirectoryThatCannotBeMadeIsToldWithWhatToDo() throws IOException {
        Files.writeString(directory.resolve("g"), "a file where a directory should be");
        ContractException refused = assertThrows(
                ContractException.class, () -> new FileRepository(directory).create("g/a/1/a.jar", bytes("x")));
        assertEquals(Failure.NO_ANSWER, refused.failure());
        assertTrue(
                refused.problems().get(0).toString().contains("\"g/a/1/a.jar\" in repository " + directory),
                refused.problems().get(0).toString());
        assertTrue(
                refused.problems().get(0).toString().contains("goes on where it stopped"),
                refused.problems().get(0).toString());
    }

    private List<String> race(String path, Content content) throws InterruptedException, ExecutionException {
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
        try {
            List<Callable<String>> tasks = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                byte[] bytes = content.of(writer);
                tasks.add(() -> write(path, bytes));
            }
            List<String> outcomes = new ArrayList<>();
            for (Future<String> outcome : writers.invokeAll(tasks)) {
                outcomes.add(outcome.get());
            }
            return outcomes;
        } finally {
            writers.shutdownNow();
        }
    }

    private String write(String path, byte[] bytes) {
        try {
            new FileRepository(directory).create(path, bytes);
            return "stored";
        } catch (ContractException e) {
            return e.failure().name();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** What each writer writes. */
    private interface Content {
        byte[] of(int writer);
    }
}
