package dev.concordat.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.concordat.schema.ContractException;
import java.io.ByteArrayOutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TimeLimitTest {
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Terminal terminal = new Terminal(
            new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false,
            Path.of(""));
    private final CompletableFuture<Integer> ended = new CompletableFuture<>();

    @Test
    void aCommandThatTakesTooLongEndsWithoutAnAnswer() throws Exception {
        TimeLimit.start(arguments("1s"), terminal, ended::complete);
        assertEquals(ExitStatus.NO_ANSWER, ended.get(30, TimeUnit.SECONDS));
        String told = err.toString(StandardCharsets.UTF_8);
        assertTrue(told.startsWith("There is no answer after 1 seconds. Give it more time with --timeout"), told);
    }

    @Test
    void aCommandThatEndsInTimeIsLeftAlone() throws Exception {
        TimeLimit.start(arguments("1s"), terminal, ended::complete).stop();
        Thread.sleep(1_500);
        assertFalse(ended.isDone());
    }

    @Test
    void whoeverReadsTheAnswerMayTakeAnyTime() throws Exception {
        TimeLimit limit = TimeLimit.start(arguments("1s"), terminal, ended::complete);
        terminal.answering(limit::stop).print("Fine.");
        Thread.sleep(1_500);
        assertFalse(ended.isDone());
    }

    @Test
    void whoeverReadsNothingDoesNotKeepTheProcess() throws Exception {
        PipedInputStream unread = new PipedInputStream(1);
        PrintStream full = new PrintStream(new PipedOutputStream(unread), true, StandardCharsets.UTF_8);
        TimeLimit.start(arguments("1s"), new Terminal(full, full, false, Path.of("")), ended::complete);
        assertEquals(ExitStatus.NO_ANSWER, ended.get(30, TimeUnit.SECONDS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0s", "100h", "1.5h", "99999999h"})
    void whatIsLongOrForEverIsWaitedFor(String duration) throws Exception {
        TimeLimit.start(arguments(duration), terminal, ended::complete);
        Thread.sleep(100);
        assertFalse(ended.isDone());
    }

    @Test
    void lessThanAMillisecondIsALimitToo() throws Exception {
        TimeLimit.start(arguments("1us"), terminal, ended::complete);
        assertEquals(ExitStatus.NO_ANSWER, ended.get(30, TimeUnit.SECONDS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"5x", "-1s", "1 s", "s", "00", "1h,"})
    void whatIsNoDurationIsRefused(String duration) {
        ContractException e = assertThrows(
                ContractException.class, () -> TimeLimit.start(arguments(duration), terminal, ended::complete));
        assertEquals(
                "\"" + duration + "\" is no duration. Write hours, minutes and seconds: 90s, 5m, 1h30m; 0 is no limit.",
                e.getMessage());
    }

    private static Arguments arguments(String duration) throws ContractException {
        return Arguments.parse(new BuildCommand(), List.of("--timeout=" + duration));
    }
}
