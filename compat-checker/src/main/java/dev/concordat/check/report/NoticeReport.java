package dev.concordat.check.report;

import dev.concordat.schema.Place;
import java.util.List;

/** Prints notices, in the formats that people read. */
public final class NoticeReport {
    private NoticeReport() {}

    /** One line each, ended. */
    public static String text(List<Notice> notices) {
        StringBuilder text = new StringBuilder();
        notices.forEach(notice -> text.append(Printable.path(notice.place().toString()))
                .append(": ")
                .append(Printable.message(notice.text()))
                .append('\n'));
        return text.toString();
    }

    /** Warnings that GitHub shows beside the lines they are about. */
    public static String githubActions(List<Notice> notices) {
        StringBuilder text = new StringBuilder();
        for (Notice notice : notices) {
            Place place = notice.place();
            text.append(WorkflowCommand.named("warning")
                    .with("file", Printable.path(place.path()))
                    .with("line", place.line())
                    .with("col", place.column())
                    .line(Printable.message(notice.text())));
        }
        return text.toString();
    }

    /** A list for the summary of a step on GitHub, empty without notices. */
    public static String markdown(List<Notice> notices) {
        StringBuilder text = new StringBuilder(notices.isEmpty() ? "" : "\n### Concordat: to be reviewed\n\n");
        notices.forEach(notice -> text.append("- ")
                .append(Markdown.escape(Printable.path(notice.place().toString())))
                .append(": ")
                .append(Markdown.escape(Printable.message(notice.text())))
                .append('\n'));
        return text.toString();
    }
}
