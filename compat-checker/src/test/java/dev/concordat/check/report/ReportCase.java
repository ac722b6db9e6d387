package dev.concordat.check.report;

import static dev.concordat.check.report.JsonText.number;
import static dev.concordat.check.report.JsonText.string;

import dev.concordat.check.Violation;
import dev.concordat.schema.Location;
import dev.concordat.schema.Place;
import dev.concordat.schema.Problem;
import dev.concordat.schema.SourceText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A folder with {@code findings.json}, one finding a line with buf's fields besides {@code previous} and {@code constituents}, and what each format prints
 * of them.
 */
record ReportCase(Path folder) {
    private static final Path ROOT = Path.of("src/test/resources/report");
    private static final int WIDTH = 120;

    static List<ReportCase> all() throws IOException {
        try (Stream<Path> folders = Files.list(ROOT)) {
            return folders.sorted().map(ReportCase::new).toList();
        }
    }

    Report report() throws IOException {
        List<Object> findings = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve("findings.json"))) {
            findings.add(JsonText.parse(line));
        }
        List<Problem> uncompiled = problems("COMPILE", findings);
        if (!uncompiled.isEmpty()) {
            return Report.ofProblems(uncompiled);
        }
        List<Violation> violations = findings.stream()
                .filter(finding -> !string(finding, "type").equals("PROBLEM"))
                .map(ReportCase::violation)
                .toList();
        return Report.of(violations, problems("PROBLEM", findings));
    }

    private static List<Problem> problems(String type, List<Object> findings) {
        return findings.stream()
                .filter(finding -> string(finding, "type").equals(type))
                .map(ReportCase::problem)
                .toList();
    }

    private static Problem problem(Object finding) {
        Map<String, Object> fields = JsonText.object(finding);
        Optional<Place> place = fields.containsKey("start_line")
                ? Optional.of(new Place(
                        string(finding, "path"), number(finding, "start_line"), number(finding, "start_column")))
                : fields.containsKey("path") ? Optional.of(Place.of(string(finding, "path"))) : Optional.empty();
        return new Problem(place, string(finding, "message"), "");
    }

    private static Violation violation(Object finding) {
        Map<String, Object> fields = JsonText.object(finding);
        List<Violation> constituents = fields.containsKey("constituents")
                ? JsonText.list(finding, "constituents").stream()
                        .map(ReportCase::violation)
                        .toList()
                : List.of();
        return new Violation(
                string(finding, "type"),
                fields.containsKey("path") ? Optional.of(location(finding)) : Optional.empty(),
                fields.containsKey("previous")
                        ? Optional.of(location(JsonText.get(finding, "previous")))
                        : Optional.empty(),
                string(finding, "message"),
                constituents);
    }

    /** A place in a text of blanks that is large enough. */
    private static Location location(Object finding) {
        int lines = number(finding, "end_line");
        byte[] blanks = (" ".repeat(WIDTH) + "\n").repeat(lines).getBytes(StandardCharsets.UTF_8);
        return new Location(
                new SourceText(string(finding, "path"), blanks),
                offset(number(finding, "start_line"), number(finding, "start_column")),
                offset(lines, number(finding, "end_column")));
    }

    private static int offset(int line, int column) {
        return (line - 1) * (WIDTH + 1) + column - 1;
    }

    Path file(String format) {
        return folder.resolve(format);
    }

    @Override
    public String toString() {
        return folder.getFileName().toString();
    }
}
