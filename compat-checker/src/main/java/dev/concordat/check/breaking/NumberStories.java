package dev.concordat.check.breaking;

import dev.concordat.schema.Field;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Tells how numbers moved.
 *
 * @param ruleId the rule that tells
 * @param kind what has the numbers, as a sentence begins
 * @param owner the full name of the message or enum
 * @param ownerName the same as messages say it
 * @param puttingBack what else it takes to put them back
 * @param fields the field that moved, as it was and as it is, if that is what moved
 */
record NumberStories(
        String ruleId,
        String kind,
        String owner,
        String ownerName,
        PuttingBack puttingBack,
        Function<Move, Optional<Pair<Field>>> fields) {
    private static final String REASON = "data and programs that exist know them by their numbers.";

    List<Story> of(Renumbering renumbering) {
        List<Story> stories = new ArrayList<>();
        for (List<Move> group : renumbering.groups()) {
            stories.add(of(group));
        }
        return stories;
    }

    /** What happened to one. */
    String move(Move move) {
        return "%s \"%s\" of \"%s\" moved from number %s to %s%s. Put it back%s: data and programs that exist know it as %s."
                .formatted(
                        kind,
                        move.name(),
                        ownerName,
                        move.from(),
                        move.to(),
                        move.displaced()
                                .map(old -> ", which was \"%s\"".formatted(old.name()))
                                .orElse(""),
                        puttingBack.besides(List.of(move)),
                        move.from());
    }

    /** Reports one, where no other rule does. */
    void report(Move move, Reporter reporter) {
        reporter.about(new Subject.NumberOf(owner, move.from()))
                .report(move.after().location(), move.before().location(), move(move));
    }

    /** The story of some that belong together. */
    Story of(List<Move> group) {
        Move first = group.get(0);
        Set<Subject> subjects = new LinkedHashSet<>();
        for (Move move : group) {
            subjects.add(new Subject.NumberOf(owner, move.from()));
            subjects.add(new Subject.NumberOf(owner, move.to()));
            if (move.before().isMap() && !move.after().isMap()) {
                // A map that is none any more takes the message of its entries with it.
                subjects.add(new Subject.Deleted(move.before().types().get(0).typeName()));
            }
        }
        return new Story(
                ruleId,
                Optional.of(first.after().location()),
                first.before().location(),
                message(group),
                subjects,
                group.stream().flatMap(move -> fields.apply(move).stream()).toList());
    }

    private String message(List<Move> group) {
        if (group.size() == 1) {
            return move(group.get(0));
        }
        if (group.stream().allMatch(move -> move.distance() == group.get(0).distance())) {
            return shift(group);
        }
        return group.size() == 2 ? swap(group.get(0), group.get(1)) : exchange(group);
    }

    private String swap(Move one, Move other) {
        return "%ss \"%s\" and \"%s\" of \"%s\" swapped numbers %s and %s. Put them back%s: data and programs that exist read one as the other."
                .formatted(
                        kind,
                        one.name(),
                        other.name(),
                        ownerName,
                        Math.min(one.from(), other.from()),
                        Math.max(one.from(), other.from()),
                        puttingBack.besides(List.of(one, other)));
    }

    private String exchange(List<Move> group) {
        List<String> moves = group.stream()
                .map(move -> "\"%s\" from %s to %s".formatted(move.name(), move.from(), move.to()))
                .toList();
        return "%s %ss of \"%s\" exchanged numbers: %s. Put them back%s; the order of %s may stay: %s"
                .formatted(
                        group.size(),
                        kind.toLowerCase(Locale.ROOT),
                        ownerName,
                        Listing.listed(moves),
                        puttingBack.besides(group),
                        puttingBack.begun(group).isPresent() ? "the other lines" : "lines",
                        REASON);
    }

    private String shift(List<Move> group) {
        Move first = group.get(0);
        Move last = group.get(group.size() - 1);
        long distance = first.distance();
        return "%s of \"%s\" moved %s by %s: \"%s\" is %s now, \"%s\" is %s. Put them back%s: %s"
                .formatted(
                        all(group),
                        ownerName,
                        distance > 0 ? "up" : "down",
                        Math.abs(distance),
                        first.name(),
                        first.to(),
                        last.name(),
                        last.to(),
                        puttingBack.besides(group),
                        REASON);
    }

    /** Those of a shift by the numbers that they had, of which some in between may not have been there. */
    private String all(List<Move> group) {
        List<Long> had =
                group.stream().map(move -> (long) move.from()).distinct().toList();
        List<String> numbers = new ArrayList<>();
        int start = 0;
        for (int at = 1; at <= had.size(); at++) {
            if (at == had.size() || had.get(at) != had.get(at - 1) + 1) {
                List<Long> run = had.subList(start, at);
                numbers.addAll(
                        run.size() > 2
                                ? List.of(Listing.range(run))
                                : run.stream().map(String::valueOf).toList());
                start = at;
            }
        }
        long first = had.get(0);
        long last = had.get(had.size() - 1);
        if (last - first == had.size() - 1) {
            return "%ss %s to %s".formatted(kind, first, last);
        }
        return numbers.size() <= Listing.MOST
                ? "%ss %s".formatted(kind, Listing.together(numbers))
                : "%s %ss from %s to %s".formatted(group.size(), kind.toLowerCase(Locale.ROOT), first, last);
    }
}
