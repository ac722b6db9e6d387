package dev.concordat.check.breaking;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
            stories.add(story(group, message(group)));
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
                        besides(List.of(move)),
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

    /** As many as a sentence can hold, and how many there are besides. */
    static String listed(List<String> texts) {
        String more = texts.size() > LISTED ? " and %s more".formatted(texts.size() - LISTED) : "";
        return texts.stream().limit(LISTED).collect(Collectors.joining(", ")) + more;
    }

    private String shift(List<Move> group) {
        Move first = group.get(0);
        Move last = group.get(group.size() - 1);
        long distance = first.distance();
        return "%ss %s to %s of \"%s\" moved %s by %s: \"%s\" is %s now, \"%s\" is %s. Put them back%s: %s"
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
                        besides(group),
                        REASON);
    }

    /** What else to do, so that the numbers can be had again and nothing is missing then. */
    private String besides(List<Move> group) {
        List<String> steps = Stream.of(restored(group), away(group), unreserved(group))
                .flatMap(Optional::stream)
                .toList();
        int last = steps.size() - 1;
        return switch (last) {
            case -1 -> "";
            case 0 -> " and " + steps.get(0);
            default -> ", %s, and %s".formatted(String.join(", ", steps.subList(0, last)), steps.get(last));
        };
    }

    /** What is gone, and others took its number. */
    private static Optional<String> restored(List<Move> group) {
        List<String> gone = group.stream()
                .flatMap(move -> move.gone().stream())
                .distinct()
                .map(old -> "\"%s\" as %s".formatted(old.name(), old.number()))
                .toList();
        return gone.isEmpty() ? Optional.empty() : Optional.of("restore " + together(gone));
    }

    /** What is new on numbers that others left, and where it should go. */
    private Optional<String> away(List<Move> group) {
        List<String> newcomers = group.stream()
                .flatMap(move -> move.newcomer().stream())
                .distinct()
                .map(newcomer -> "\"%s\"".formatted(newcomer.name()))
                .toList();
        String such = free.isPresent() ? ", such as " + free.getAsInt() : "";
        return switch (newcomers.size()) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of("give %s a number that was never used%s".formatted(newcomers.get(0), such));
            default -> Optional.of("give %s numbers that were never used%s".formatted(together(newcomers), such));
        };
    }

    /** What else must change before numbers can be had again. */
    private Optional<String> unreserved(List<Move> group) {
        List<String> numbers = group.stream()
                .map(Move::from)
                .filter(reserved::test)
                .map(String::valueOf)
                .toList();
        return numbers.isEmpty() ? Optional.empty() : Optional.of("no longer reserve " + listed(numbers));
    }

    /** As many as are listed, with "and" before the last, which may be the number of those that are not. */
    private static String together(List<String> texts) {
        int last = texts.size() - 1;
        return last == 0 || last >= LISTED
                ? listed(texts)
                : String.join(", ", texts.subList(0, last)) + " and " + texts.get(last);
    }
}
