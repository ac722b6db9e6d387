package dev.concordat.check.breaking;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;

/**
 * Tells how numbers moved.
 *
 * @param ruleId the rule that tells
 * @param kind what has the numbers, as a sentence begins
 * @param owner the full name of the message or enum
 * @param ownerName the same as messages say it
 * @param free a number that was never used
 * @param reserved which numbers are reserved now
 */
record NumberStories(
        String ruleId, String kind, String owner, String ownerName, OptionalInt free, IntPredicate reserved) {
    private static final int LISTED = 4;
    private static final String REASON = "data and programs that exist know them by their numbers.";

    List<Story> of(Renumbering renumbering) {
        List<Story> stories = new ArrayList<>();
        for (List<Move> group : renumbering.groups()) {
            stories.add(story(group, message(group, renumbering)));
        }
        return stories;
    }

    /** What happened to one. */
    String move(Move move) {
        return "%s \"%s\" of \"%s\" moved from number %s to %s%s. Put it back%s%s: data and programs that exist know it as %s."
                .formatted(
                        kind,
                        move.name(),
                        ownerName,
                        move.from(),
                        move.to(),
                        move.displaced()
                                .map(old -> ", which was \"%s\"".formatted(old.name()))
                                .orElse(""),
                        move.newcomer().map(this::away).orElse(""),
                        unreserved(List.of(move)),
                        move.from());
    }

    /** The story of one. */
    Story single(Move move) {
        return story(List.of(move), move(move));
    }

    private Story story(List<Move> group, String message) {
        Move first = group.get(0);
        Set<Subject> subjects = new LinkedHashSet<>();
        for (Move move : group) {
            subjects.add(new Subject.NumberOf(owner, move.from()));
            subjects.add(new Subject.NumberOf(owner, move.to()));
        }
        return new Story(ruleId, first.after().location(), first.before().location(), message, subjects);
    }

    private String message(List<Move> group, Renumbering renumbering) {
        if (group.size() == 1) {
            return move(group.get(0));
        }
        if (group.stream().allMatch(move -> move.distance() == group.get(0).distance())) {
            return shift(group, renumbering);
        }
        return group.size() == 2 ? swap(group.get(0), group.get(1)) : exchange(group);
    }

    private String swap(Move one, Move other) {
        return "%ss \"%s\" and \"%s\" of \"%s\" swapped numbers %s and %s. Put them back: data and programs that exist read one as the other."
                .formatted(
                        kind,
                        one.name(),
                        other.name(),
                        ownerName,
                        Math.min(one.from(), other.from()),
                        Math.max(one.from(), other.from()));
    }

    private String exchange(List<Move> group) {
        List<String> moves = group.stream()
                .map(move -> "\"%s\" from %s to %s".formatted(move.name(), move.from(), move.to()))
                .toList();
        return "%s %ss of \"%s\" exchanged numbers: %s. Put them back; the order of lines may stay: %s"
                .formatted(group.size(), kind.toLowerCase(java.util.Locale.ROOT), ownerName, listed(moves), REASON);
    }

    private static String listed(List<String> texts) {
        String more = texts.size() > LISTED ? " and %s more".formatted(texts.size() - LISTED) : "";
        return texts.stream().limit(LISTED).collect(Collectors.joining(", ")) + more;
    }

    private String shift(List<Move> group, Renumbering renumbering) {
        Move first = group.get(0);
        Move last = group.get(group.size() - 1);
        long distance = first.distance();
        return "%ss %s to %s of \"%s\" moved %s by %s: \"%s\" is %s now, \"%s\" is %s. Put them back%s%s: %s"
                .formatted(
                        kind,
                        first.from(),
                        last.from(),
                        ownerName,
                        distance > 0 ? "up" : "down",
                        Math.abs(distance),
                        first.name(),
                        first.to(),
                        last.name(),
                        last.to(),
                        distance > 0 ? inserted(first, renumbering) : deleted(first, renumbering),
                        unreserved(group),
                        REASON);
    }

    /** What made room for itself, and where it should go. */
    private String inserted(Move first, Renumbering renumbering) {
        return renumbering.newAt(first.from()).map(this::away).orElse("");
    }

    /** What else must change before numbers can be had again. */
    private String unreserved(List<Move> group) {
        List<String> numbers = group.stream()
                .map(Move::from)
                .filter(reserved::test)
                .map(String::valueOf)
                .toList();
        return numbers.isEmpty() ? "" : " and no longer reserve " + listed(numbers);
    }

    private String away(Numbered newcomer) {
        return " and give \"%s\" a number that was never used%s"
                .formatted(newcomer.name(), free.isPresent() ? ", such as " + free.getAsInt() : "");
    }

    /** What left the room that others took. */
    private static String deleted(Move first, Renumbering renumbering) {
        return renumbering
                .goneFrom(first.to())
                .map(gone -> " and restore \"%s\" as %s, or reserve both".formatted(gone.name(), gone.number()))
                .orElse("");
    }
}
