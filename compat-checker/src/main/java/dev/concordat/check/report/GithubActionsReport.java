package dev.concordat.check.report;

import java.util.List;

/**
 * Annotations on GitHub, which shows ten for a step: they are the worst, the log holds others, and {@link StepSummaryReport} all that fit.
 */
public final class GithubActionsReport {
    private static final int ANNOTATIONS = 10;

    private GithubActionsReport() {}

    /** The commands and lines, each ended. */
    public static String print(Report report) {
        List<Entry> annotated = report.atMost(ANNOTATIONS);
        StringBuilder text = new StringBuilder();
        annotated.forEach(entry -> text.append(annotation(entry)));
        if (report.size() > annotated.size()) {
            text.append(others(report));
        }
        return text.toString();
    }

    private static String annotation(Entry entry) {
        WorkflowCommand error = WorkflowCommand.named("error");
        entry.anyPath().ifPresent(path -> error.with("file", entry.shownPath()));
        if (entry.path().isPresent()) {
            Span span = entry.shownSpan();
            error.with("line", span.start().line())
                    .with("col", span.start().column())
                    .with("endLine", span.end().line())
                    .with("endColumn", span.end().column());
        }
        return error.line(entry.shownMessage());
    }

    private static String others(Report report) {
        List<Entry> others = report.worstFirst().subList(ANNOTATIONS, report.size());
        String logged = others.size() <= TextReport.LINES
                ? "The others are in the log."
                : "Of the others the " + Report.counted(TextReport.LINES) + " worst are in the log.";
        String notice = report.counted(report.size(), "") + ": the " + ANNOTATIONS
                + " worst are annotated, since GitHub shows no more of a step. " + logged;
        return WorkflowCommand.named("notice").line(notice)
                + WorkflowCommand.named("group").line(report.counted(others.size(), "more"))
                + TextReport.print(others, report)
                + WorkflowCommand.named("endgroup").line("");
    }
}
