package dev.concordat.check.report;

import dev.concordat.check.Violation;
import dev.concordat.schema.Position;
import java.util.List;

/** Text for people: one line each, {@code path:line:column: RULE: message}, and behind it what shows the violation. */
public final class TextReport {
    static final int LINES = 1000;

    private TextReport() {}

    /** The lines of these violations, each ended. */
    public static String print(List<Violation> violations) {
        return print(Report.of(violations));
    }

    /** The lines, each ended; of more than 1,000 the worst, and how many there are besides. */
    public static String print(Report report) {
        return print(report.size() <= LINES ? report.entries() : report.worstFirst(), report);
    }

    /** The lines of these entries, the worst first when they are more than 1,000. */
    static String print(List<Entry> entries, Report report) {
        StringBuilder text = new StringBuilder();
        entries.stream().limit(LINES).forEach(entry -> text.append(line(entry)).append('\n'));
        if (entries.size() > LINES) {
            text.append("... and ")
                    .append(report.counted(entries.size() - LINES, "more"))
                    .append(". These are the worst; --error-format json tells all.\n");
        }
        return text.toString();
    }

    /** One entry as a line, not ended. */
    static String line(Entry entry) {
        String rule = entry.type().equals(Entry.COMPILE) ? "" : entry.type() + ": ";
        return entry.anyPath().isEmpty()
                ? rule + entry.shownMessage()
                : place(entry) + ": " + rule + entry.shownMessage();
    }

    private static String place(Entry entry) {
        if (entry.path().isEmpty()) {
            return entry.shownPath() + " (before)";
        }
        return entry.span()
                .map(span -> entry.shownPath() + ":" + position(span.start()))
                .orElseGet(entry::shownPath);
    }

    /** Line and column as compilers write them. */
    static String position(Position position) {
        return position.line() + ":" + position.column();
    }
}
