package dev.concordat.check.report;

import dev.concordat.check.Violation;
import dev.concordat.check.breaking.BreakingRule;
import dev.concordat.schema.Location;
import dev.concordat.schema.Place;
import dev.concordat.schema.Problem;
import dev.concordat.schema.SourceText;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Opens the reports to fuzzing: reads one from bytes, and holds it against what its formats are read as. */
public final class ReportBytes {
    private static final byte[] PROTO = "syntax = \"proto3\";\n\nmessage Order {}\n".getBytes(StandardCharsets.UTF_8);
    private static final List<BreakingRule> RULES = BreakingRule.all();

    private final ByteBuffer in;

    private ReportBytes(byte[] input) {
        this.in = ByteBuffer.wrap(input);
    }

    /** Checks the report that bytes make. */
    public static void check(byte[] input) {
        HostileReportTest.check(new ReportBytes(input).report());
    }

    private Report report() {
        if (number(4) == 0) {
            List<Problem> problems = new ArrayList<>();
            do {
                problems.add(problem());
            } while (in.hasRemaining());
            return Report.ofProblems(problems);
        }
        List<Violation> violations = new ArrayList<>();
        do {
            violations.add(violation());
        } while (in.hasRemaining());
        return Report.of(violations);
    }

    private Problem problem() {
        Optional<Place> place =
                number(5) == 0 ? Optional.empty() : Optional.of(new Place(text(), number(3), number(3)));
        return new Problem(place, text(), number(2) == 0 ? "" : text());
    }

    private Violation violation() {
        Optional<Location> current = number(8) == 0 ? Optional.empty() : Optional.of(location());
        Optional<Location> previous = number(2) == 0 ? Optional.empty() : Optional.of(location());
        return Violation.of(RULES.get(number(RULES.size())).id(), current, previous, text());
    }

    private Location location() {
        int start = number(PROTO.length);
        return new Location(new SourceText(text(), PROTO), start, start + number(PROTO.length - start));
    }

    private int number(int bound) {
        return in.hasRemaining() ? (in.get() & 0xFF) % bound : 0;
    }

    /** Of bytes that are characters, or of bytes that are UTF-8, or of pairs that need not be: half a surrogate pair is a character too. */
    private String text() {
        int kind = number(3);
        byte[] bytes = new byte[Math.min(number(256), in.remaining())];
        in.get(bytes);
        if (kind != 0) {
            return new String(bytes, kind == 1 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1);
        }
        StringBuilder text = new StringBuilder();
        for (int at = 0; at + 1 < bytes.length; at += 2) {
            text.append((char) ((bytes[at] & 0xFF) << 8 | (bytes[at + 1] & 0xFF)));
        }
        return text.toString();
    }
}
