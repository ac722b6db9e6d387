package dev.concordat.check.report;

import dev.concordat.check.Violation;
import dev.concordat.schema.Problem;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What a run has to tell, for a format to print. */
public final class Report {
    private final List<Entry> entries;
    private final String noun;

    private Report(List<Entry> entries, String noun) {
        this.entries = List.copyOf(entries);
        this.noun = noun;
    }

    /** The violations, in their order. */
    public static Report of(List<Violation> violations) {
        return new Report(violations.stream().map(Entry::of).toList(), "violation");
    }

    /** The violations, and behind them what else stands against a change. */
    public static Report of(List<Violation> violations, List<Problem> problems) {
        Stream<Entry> others = problems.stream().map(problem -> Entry.of(Entry.PROBLEM, problem));
        return new Report(
                Stream.concat(violations.stream().map(Entry::of), others).toList(),
                problems.isEmpty() ? "violation" : "finding");
    }

    /** Contracts that do not compile, in the order they were found. */
    public static Report ofProblems(List<Problem> problems) {
        return new Report(
                problems.stream()
                        .map(problem -> Entry.of(Entry.COMPILE, problem))
                        .toList(),
                "problem");
    }

    /** Whether there is nothing to tell. */
    public boolean isEmpty() {
        return entries.isEmpty();
    }

    List<Entry> entries() {
        return entries;
    }

    int size() {
        return entries.size();
    }

    /** The entries in their order when there are not more than a format shows, else the worst of them, the worst first. */
    List<Entry> atMost(int number) {
        return size() <= number ? entries : worstFirst().subList(0, number);
    }

    /** All entries, the worst first; equally bad ones keep their order. */
    List<Entry> worstFirst() {
        return entries.stream()
                .sorted((one, other) -> one.severity().compareTo(other.severity()))
                .toList();
    }

    /** A number of the entries in words, such as {@code 1,200 more violations}. */
    String counted(int number, String adjective) {
        return "%s%s %s%s"
                .formatted(counted(number), adjective.isEmpty() ? "" : " " + adjective, noun, number == 1 ? "" : "s");
    }

    /** A number as people write it, whatever the locale. */
    static String counted(int number) {
        return number < 1000 ? Integer.toString(number) : String.format(Locale.ROOT, "%,d", number);
    }
}
