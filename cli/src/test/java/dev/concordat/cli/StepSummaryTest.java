package dev.concordat.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.concordat.check.Violation;
import dev.concordat.check.report.Report;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StepSummaryTest {
    private static final int MIB = 1024 * 1024;

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path directory;

    @Test
    void appendsToWhatOtherCommandsWrote() throws IOException {
        Path file = Files.writeString(directory.resolve("summary.md"), "# Mine");
        append(report(2), file.toString());
        String text = Files.readString(file);
        assertTrue(text.startsWith("# Mine\n### Concordat: 2 violations\n"), text);
        append(report(1), file.toString());
        assertTrue(Files.readString(file).startsWith(text + "\n### Concordat: 1 violation\n"));
    }

    @Test
    void neverGrowsAFileBeyondAMebibyte() throws IOException {
        Path file = Files.write(directory.resolve("summary.md"), new byte[MIB - 5_000]);
        append(report(1_000), file.toString());
        assertTrue(Files.size(file) > MIB - 500 && Files.size(file) <= MIB, "" + Files.size(file));
        String tail = Files.readString(file).substring(MIB - 5_000);
        long rows = tail.lines().filter(line -> line.startsWith("| JSON")).count();
        assertTrue(
                tail.endsWith("And " + (1_000 - rows) + " more violations, for which a summary has no room.\n"), tail);
        Path full = Files.write(directory.resolve("full.md"), new byte[2 * MIB]);
        append(report(1), full.toString());
        assertEquals(2 * MIB, Files.size(full));
    }

    @Test
    void writesNothingWithoutAFileOrViolations() throws IOException {
        StepSummary.append(
                report(1), Map.of("GITHUB_ENV", directory.resolve("env").toString()), terminal());
        append(report(1), "");
        Path file = directory.resolve("summary.md");
        append(report(0), file.toString());
        assertFalse(Files.exists(file));
        assertFalse(Files.exists(directory.resolve("env")));
        assertEquals("", err.toString(StandardCharsets.UTF_8));
    }

    @Test
    void saysWhatToDoWhenItCannotBeWritten() {
        for (String file :
                List.of(directory.toString(), directory.resolve("no/such.md").toString(), "a\0b")) {
            err.reset();
            append(report(1), file);
            String text = err.toString(StandardCharsets.UTF_8);
            assertTrue(text.contains("cannot be written") && text.contains("GITHUB_STEP_SUMMARY"), text);
            assertFalse(text.contains("Exception"), text);
            assertEquals(1, text.lines().count(), text);
        }
    }

    private void append(Report report, String file) {
        StepSummary.append(report, Map.of(StepSummary.VARIABLE, file), terminal());
    }

    private Terminal terminal() {
        PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
        return new Terminal(stream, stream, false, directory);
    }

    private static Report report(int violations) {
        return Report.of(IntStream.range(0, violations)
                .mapToObj(at -> Violation.of("FIELD_SAME_NAME", Optional.empty(), Optional.empty(), "Number " + at))
                .toList());
    }
}
