package dev.concordat.check.report;

import dev.concordat.check.Violation;
import dev.concordat.check.Witness;
import dev.concordat.check.WitnessSearch;
import dev.concordat.schema.Location;
import dev.concordat.schema.Place;
import dev.concordat.schema.Position;
import dev.concordat.schema.Problem;
import java.util.List;
import java.util.Optional;

/**
 * One thing that a report tells: a violation, a problem of contracts that do not compile, or what else stands against a change.
 *
 * @param type the id of the rule, {@link #COMPILE} or {@link #PROBLEM}
 * @param path the current file; empty when it is gone or none is to blame
 * @param span where in that file; empty for the file as a whole
 * @param location the same as an offset, for a violation
 * @param previous where it was in the previous contracts
 * @param text what it is about, as it was told
 * @param message the same, printable
 * @param constituents what buf would tell instead; empty for most
 * @param search looks for data that shows it
 */
record Entry(
        String type,
        Optional<String> path,
        Optional<Span> span,
        Optional<Location> location,
        Optional<Location> previous,
        String text,
        String message,
        List<Entry> constituents,
        WitnessSearch search) {

    /** The type of what does not compile, which is buf's word. */
    static final String COMPILE = "COMPILE";

    /** The type of what stands against a change and breaks no rule, such as a waiver of nothing. */
    static final String PROBLEM = "PROBLEM";

    private static final String NO_PATH = "<input>";

    static Entry of(Violation violation) {
        return new Entry(
                violation.ruleId(),
                violation.location().map(Location::path),
                violation.location().map(found -> new Span(found.startPosition(), found.endPosition())),
                violation.location(),
                violation.previousLocation(),
                violation.message(),
                Printable.message(violation.message()),
                violation.constituents().stream().map(Entry::of).toList(),
                violation.witness());
    }

    static Entry of(String type, Problem problem) {
        String message = problem.remedy().isEmpty() ? problem.message() : problem.message() + " " + problem.remedy();
        return new Entry(
                type,
                problem.place().map(Place::path),
                problem.place().filter(place -> place.line() > 0).map(Entry::span),
                Optional.empty(),
                Optional.empty(),
                message,
                Printable.message(message),
                List.of(),
                WitnessSearch.NONE);
    }

    private static Span span(Place place) {
        Position position = new Position(place.line(), Math.max(1, place.column()));
        return new Span(position, position);
    }

    /** The message and, when there is a short one, what shows it. Formats that are buf's have the message alone. */
    String shownMessage() {
        return witness()
                .filter(Witness::isShort)
                .map(found -> message + " " + Printable.message(found.sentence()))
                .orElse(message);
    }

    /** Data that shows it; looked for when this is asked, so only for what is printed. */
    Optional<Witness> witness() {
        return search.find();
    }

    /** The path to print: of the file as it was when it is gone, and buf's word when there is none at all. */
    String shownPath() {
        return Printable.path(anyPath().orElse(NO_PATH));
    }

    /** The path of the file, or of the file as it was. */
    Optional<String> anyPath() {
        return path.or(() -> previous.map(Location::path));
    }

    /** Where in the file; a whole file is shown at its start, as buf does. */
    Span shownSpan() {
        return span.orElse(Span.FILE);
    }

    /** Whether it stands against a change and breaks no rule. */
    boolean isProblem() {
        return type.equals(PROBLEM);
    }

    Severity severity() {
        return Severity.of(type);
    }
}
