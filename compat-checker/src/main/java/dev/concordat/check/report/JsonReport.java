package dev.concordat.check.report;

import dev.concordat.check.Violation;
import dev.concordat.schema.Position;
import dev.concordat.schema.Problem;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Data for programs, as buf writes it: one JSON object a line; a renumbering as its constituents. */
public final class JsonReport {
    private static final Comparator<Position> BY_PLACE =
            Comparator.comparingInt(Position::line).thenComparingInt(Position::column);
    private static final Comparator<Entry> ORDER = Comparator.comparing(
                    (Entry entry) -> entry.path().orElse(""))
            .thenComparing(entry -> entry.shownSpan().start(), BY_PLACE)
            .thenComparing(Entry::type)
            .thenComparing(Entry::message)
            .thenComparing(entry -> entry.shownSpan().end(), BY_PLACE);

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
                .sorted(ORDER)
                .map(JsonReport::line)
                .distinct()
                .collect(Collectors.joining());
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
