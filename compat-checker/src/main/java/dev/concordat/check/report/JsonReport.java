package dev.concordat.check.report;

import dev.concordat.check.Utf8Order;
import dev.concordat.check.Violation;
import dev.concordat.schema.Position;
import dev.concordat.schema.Problem;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Data for programs, as buf writes it: one JSON object a line; a renumbering as its constituents. */
public final class JsonReport {
    private JsonReport() {}

    /** The lines of these violations, each ended. */
    public static String print(List<Violation> violations) {
        return print(Report.of(violations));
    }

    /** Contracts that do not compile, as violations of type {@code COMPILE}. */
    public static String printProblems(List<Problem> problems) {
        return print(Report.ofProblems(problems));
    }

    /** The lines, each ended, in buf's order and without duplicates. */
    public static String print(Report report) {
        return report.entries().stream()
                .flatMap(entry -> entry.constituents().isEmpty() ? Stream.of(entry) : entry.constituents().stream())
                .sorted(JsonReport::order)
                .map(JsonReport::line)
                .distinct()
                .collect(Collectors.joining());
    }

    private static int order(Entry one, Entry other) {
        int order = Utf8Order.compare(one.path().orElse(""), other.path().orElse(""));
        order = order != 0
                ? order
                : order(one.shownSpan().start(), other.shownSpan().start());
        order = order != 0 ? order : one.type().compareTo(other.type());
        order = order != 0 ? order : Utf8Order.compare(one.message(), other.message());
        return order != 0
                ? order
                : order(one.shownSpan().end(), other.shownSpan().end());
    }

    private static int order(Position one, Position other) {
        return one.line() != other.line()
                ? Integer.compare(one.line(), other.line())
                : Integer.compare(one.column(), other.column());
    }

    private static String line(Entry entry) {
        Json json = Json.object();
        entry.path().ifPresent(path -> json.text("path", path));
        Span span = entry.shownSpan();
        json.number("start_line", span.start().line())
                .number("start_column", span.start().column())
                .number("end_line", span.end().line())
                .number("end_column", span.end().column());
        return json.text("type", entry.type()).text("message", entry.message()) + "\n";
    }
}
