package dev.concordat.check.report;

import dev.concordat.schema.Position;
import java.util.stream.Collectors;

/** Lines that Visual Studio and MSBuild recognise as errors. */
public final class MsvsReport {
    private MsvsReport() {}

    /** The lines, each ended. */
    public static String print(Report report) {
        return report.entries().stream().map(MsvsReport::line).collect(Collectors.joining());
    }

    private static String line(Entry entry) {
        Position start = entry.shownSpan().start();
        return entry.shownPath() + "(" + start.line() + "," + start.column() + ") : error " + entry.type() + " : "
                + entry.message() + "\n";
    }
}
