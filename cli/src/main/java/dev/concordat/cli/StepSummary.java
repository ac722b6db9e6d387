package dev.concordat.cli;

import dev.concordat.check.report.Report;
import dev.concordat.check.report.StepSummaryReport;
import dev.concordat.schema.source.FileReason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.function.IntFunction;

/** The page that GitHub shows for a step: Markdown, to whose file a step's commands append. */
final class StepSummary {
    /** The variable that names the file. */
    static final String VARIABLE = "GITHUB_STEP_SUMMARY";

    private static final int MAX_BYTES = 1024 * 1024;

    private StepSummary() {}

    /** Appends a report where the environment names a file; GitHub shows nothing of one that has more than 1 MiB, so it stays below. */
    static void append(Report report, Map<String, String> environment, Terminal terminal) {
        if (!report.isEmpty()) {
            append(room -> StepSummaryReport.print(report, room), environment, terminal);
        }
    }

    /** Appends Markdown, if there is room for all of it. */
    static void append(String markdown, Map<String, String> environment, Terminal terminal) {
        if (!markdown.isEmpty()) {
            int bytes = markdown.getBytes(StandardCharsets.UTF_8).length;
            append(room -> bytes <= room ? markdown : "", environment, terminal);
        }
    }

    private static void append(IntFunction<String> text, Map<String, String> environment, Terminal terminal) {
        String file = environment.getOrDefault(VARIABLE, "");
        if (file.isEmpty()) {
            return;
        }
        try {
            Path path = Path.of(file);
            long used = Files.exists(path) ? Files.size(path) : 0;
            Files.writeString(
                    path,
                    text.apply((int) Math.max(0, MAX_BYTES - used)),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            tellMissing(file, FileReason.of(e), terminal);
        } catch (InvalidPathException e) {
            tellMissing(file, "that is no path", terminal);
        }
    }

    /** The verdict and the annotations stand without it. */
    private static void tellMissing(String file, String reason, Terminal terminal) {
        terminal.tell(
                "The step summary \"%s\" cannot be written, so it lacks the violations: %s. Let %s name a file that can be written."
                        .formatted(file, reason, VARIABLE));
    }
}
