package dev.concordat.check.report;

import dev.concordat.check.Violation;
import dev.concordat.schema.Location;
import dev.concordat.schema.Position;
import java.util.List;

/** Violations for people: one line each, {@code path:line:column: RULE: message}. */
public final class TextReport {
    private TextReport() {}

    /** The lines, each ended; a violation whose file is gone names the file as it was. */
    public static String print(List<Violation> violations) {
        StringBuilder text = new StringBuilder();
        for (Violation violation : violations) {
            text.append(Printable.line(
                            "%s: %s: %s".formatted(place(violation), violation.ruleId(), violation.message())))
                    .append('\n');
        }
        return text.toString();
    }

    private static String place(Violation violation) {
        if (violation.location().isEmpty()) {
            return violation.previousLocation().map(Location::path).orElse("<input>") + " (deleted)";
        }
        Position start = violation.location().get().startPosition();
        return "%s:%d:%d".formatted(violation.path(), start.line(), start.column());
    }
}
