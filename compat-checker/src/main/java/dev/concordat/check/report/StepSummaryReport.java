package dev.concordat.check.report;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Markdown for the summary of a step on GitHub: how many there are of each severity, and all of them, the worst first. */
public final class StepSummaryReport {
    private static final int TAIL_BYTES = 200;

    private StepSummaryReport() {}

    /**
     * The Markdown, each line ended; empty when there is nothing to tell or no room to tell it.
     *
     * @param bytes how long it may be in UTF-8; when that is too short for all, it says how many are missing
     */
    public static String print(Report report, int bytes) {
        StringBuilder text = new StringBuilder(head(report));
        int room = bytes - TAIL_BYTES - size(text.toString());
        if (report.isEmpty() || room < 0) {
            return "";
        }
        int shown = 0;
        for (Entry entry : report.worstFirst()) {
            String row = row(entry);
            room -= size(row);
            if (room < 0) {
                break;
            }
            text.append(row);
            shown++;
        }
        if (shown < report.size()) {
            text.append(
                    "\nAnd " + report.counted(report.size() - shown, "more") + ", for which a summary has no room.\n");
        }
        return text.toString();
    }

    private static String head(Report report) {
        Map<Severity, List<Entry>> entriesBySeverity = report.entries().stream()
                .collect(Collectors.groupingBy(Entry::severity, TreeMap::new, Collectors.toList()));
        StringBuilder head = new StringBuilder("\n### Concordat: " + report.counted(report.size(), "") + "\n\n");
        entriesBySeverity.forEach((severity, entries) ->
                head.append("- " + Report.counted(entries.size()) + " " + severity.described() + "\n"));
        return head + "\n| can break | where | rule | what |\n|---|---|---|---|\n";
    }

    private static String row(Entry entry) {
        String position = entry.path().isEmpty()
                ? " (before)"
                : ":" + TextReport.position(entry.shownSpan().start());
        String where = entry.anyPath().isEmpty() ? "" : entry.shownPath() + position;
        return "| " + entry.severity().breaks() + " | " + Markdown.escape(where) + " | " + Markdown.escape(entry.type())
                + " | " + Markdown.escape(entry.shownMessage()) + " |\n";
    }

    private static int size(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
