package dev.concordat.check;

import dev.concordat.schema.Location;
import dev.concordat.schema.Position;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A place where contracts break a rule.
 *
 * @param ruleId the rule
 * @param location where, in the current contracts; empty when the file is gone
 * @param previousLocation where it was in the previous contracts
 * @param message what, on which element, from what to what, and what to do
 * @param constituents the violations that this one tells as one, as buf would print them; empty for most
 */
public record Violation(
        String ruleId,
        Optional<Location> location,
        Optional<Location> previousLocation,
        String message,
        List<Violation> constituents)
        implements Comparable<Violation> {
    private static final Comparator<Violation> ORDER = Comparator.comparing(Violation::path)
            .thenComparing(Violation::line)
            .thenComparing(Violation::column)
            .thenComparing(Violation::ruleId)
            .thenComparing(Violation::message);

    /** Copies the list. */
    public Violation {
        constituents = List.copyOf(constituents);
    }

    /** A violation that stands for itself. */
    public static Violation of(
            String ruleId, Optional<Location> location, Optional<Location> previous, String message) {
        return new Violation(ruleId, location, previous, message, List.of());
    }

    /** The path it is printed with; empty when there is no file any more. */
    public String path() {
        return location.map(Location::path).orElse("");
    }

    @Override
    public int compareTo(Violation other) {
        return ORDER.compare(this, other);
    }

    private int line() {
        return location.map(Location::startPosition).map(Position::line).orElse(0);
    }

    private int column() {
        return location.map(Location::startPosition).map(Position::column).orElse(0);
    }
}
