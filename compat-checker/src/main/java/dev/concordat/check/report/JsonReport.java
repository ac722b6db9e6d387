package dev.concordat.check.report;

import dev.concordat.check.Violation;
import dev.concordat.schema.Location;
import dev.concordat.schema.Position;
import dev.concordat.schema.Problem;
import java.util.List;
import java.util.stream.Stream;

/** Violations for programs, as buf writes them: one JSON object a line; a renumbering as its constituents. */
public final class JsonReport {
    private JsonReport() {}

    /** The lines, each ended. */
    public static String print(List<Violation> violations) {
        StringBuilder text = new StringBuilder();
        violations.stream()
                .flatMap(violation ->
                        violation.constituents().isEmpty() ? Stream.of(violation) : violation.constituents().stream())
                .distinct()
                .sorted()
                .forEach(violation -> text.append(line(violation)).append('\n'));
        return text.toString();
    }

    /** Contracts that do not compile, as violations of type {@code COMPILE}. */
    public static String printProblems(List<Problem> problems) {
        StringBuilder text = new StringBuilder();
        for (Problem problem : problems) {
            text.append('{');
            problem.place().ifPresent(place -> {
                int line = Math.max(1, place.line());
                int column = Math.max(1, place.column());
                text.append("\"path\":").append(quote(place.path())).append(',');
                positions(new Position(line, column), new Position(line, column), text);
            });
            String message =
                    problem.remedy().isEmpty() ? problem.message() : problem.message() + " " + problem.remedy();
            text.append("\"type\":\"COMPILE\",\"message\":")
                    .append(quote(message))
                    .append("}\n");
        }
        return text.toString();
    }

    private static String line(Violation violation) {
        StringBuilder text = new StringBuilder("{");
        violation
                .location()
                .ifPresent(location ->
                        text.append("\"path\":").append(quote(location.path())).append(','));
        Position start = violation.location().map(Location::startPosition).orElse(new Position(1, 1));
        positions(start, violation.location().map(Location::endPosition).orElse(start), text);
        return text.append("\"type\":")
                .append(quote(violation.ruleId()))
                .append(",\"message\":")
                .append(quote(violation.message()))
                .append('}')
                .toString();
    }

    private static void positions(Position start, Position end, StringBuilder text) {
        text.append("\"start_line\":%d,\"start_column\":%d,\"end_line\":%d,\"end_column\":%d,"
                .formatted(start.line(), start.column(), end.line(), end.column()));
    }

    /** A JSON string (RFC 8259 section 7) in ASCII, with what HTML would read as markup escaped, as buf does. */
    private static String quote(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            if (character == '"' || character == '\\') {
                quoted.append('\\').append(character);
            } else if (character < ' ' || character > '~' || character == '<' || character == '>' || character == '&') {
                quoted.append("\\u%04x".formatted((int) character));
            } else {
                quoted.append(character);
            }
        }
        return quoted.append('"').toString();
    }
}
