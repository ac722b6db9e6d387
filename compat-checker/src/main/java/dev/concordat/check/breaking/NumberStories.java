package dev.concordat.check.breaking;

import dev.concordat.schema.Field;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.PrimitiveIterator;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Tells how numbers moved.
 *
 * @param ruleId the rule that tells
 * @param kind what has the numbers, as a sentence begins
 * @param owner the full name of the message or enum
 * @param ownerName the same as messages say it
 * @param proposed by name, the numbers to take that were never used
 * @param reserved which numbers are reserved now
 * @param began what an enum began with, where something else has its number and place now
 * @param fields the field that moved, as it was and as it is, if that is what moved
 */
record NumberStories(
        String ruleId,
        String kind,
        String owner,
        String ownerName,
        Map<String, Long> proposed,
        IntPredicate reserved,
        Optional<Numbered> began,
        Function<Move, Optional<Pair<Field>>> fields) {
    /** As many as a sentence can hold. */
    static final int LISTED = 4;

    private static final String REASON = "data and programs that exist know them by their numbers.";

    /** A number for each that must give way, of those that are free: what has two advices for one number follows neither. */
    static Map<String, Long> proposed(Renumbering renumbering, LongStream free) {
        Map<String, Long> proposed = new HashMap<>();
        PrimitiveIterator.OfLong numbers = free.iterator();
        for (Move move : renumbering.moves()) {
            givingWay(move).forEach(element -> {
                if (!proposed.containsKey(element.name()) && numbers.hasNext()) {
                    proposed.put(element.name(), numbers.next());
                }
            });
        }
        return proposed;
    }

    /** What has the previous number of one that moved, and cannot keep it. */
    private static Stream<Numbered> givingWay(Move move) {
        return Stream.concat(
                move.newcomer().stream(), move.changed().stream().filter(other -> other.number() == move.from()));
    }

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
                        besides(List.of(move)),
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
                        besides(List.of(one, other)));
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
                        listed(moves),
                        besides(group),
                        begun(group).isPresent() ? "the other lines" : "lines",
                        REASON);
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
                        besides(group),
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
                                ? List.of(range(run))
                                : run.stream().map(String::valueOf).toList());
                start = at;
            }
        }
        long first = had.get(0);
        long last = had.get(had.size() - 1);
        if (last - first == had.size() - 1) {
            return "%ss %s to %s".formatted(kind, first, last);
        }
        return numbers.size() <= LISTED
                ? "%ss %s".formatted(kind, together(numbers))
                : "%s %ss from %s to %s".formatted(group.size(), kind.toLowerCase(Locale.ROOT), first, last);
    }

    /** What else to do, so that the numbers can be had again and nothing is missing then. */
    private String besides(List<Move> group) {
        List<String> steps = Stream.of(restored(group), renamed(group), away(group), unreserved(group), begun(group))
                .flatMap(Optional::stream)
                .toList();
        int last = steps.size() - 1;
        return switch (last) {
            case -1 -> "";
            case 0 -> " and " + steps.get(0);
            default -> ", %s, and %s".formatted(String.join(", ", steps.subList(0, last)), steps.get(last));
        };
    }

    /** What is gone, and others had its number or took it; or is elsewhere and another thing. */
    private static Optional<String> restored(List<Move> group) {
        List<String> gone = group.stream()
                .flatMap(move -> Stream.concat(move.gone().stream(), displacedByName(move)))
                .distinct()
                .sorted((one, other) -> Integer.compare(one.number(), other.number()))
                .map(old -> "\"%s\" as %s".formatted(old.name(), old.number()))
                .toList();
        return gone.isEmpty() ? Optional.empty() : Optional.of("restore " + together(gone));
    }

    /** What is displaced while its name belongs to something else. */
    private static Stream<Numbered> displacedByName(Move move) {
        return move.displaced().stream()
                .filter(old ->
                        move.changed().stream().anyMatch(now -> now.name().equals(old.name())));
    }

    /** What has a name that something else should have again. */
    private Optional<String> renamed(List<Move> group) {
        List<String> others = group.stream()
                .flatMap(move -> move.changed().stream())
                .distinct()
                .filter(now -> !leaves(now, group))
                .map(this::byNumber)
                .toList();
        return others.isEmpty() ? Optional.empty() : Optional.of("give %s another name".formatted(together(others)));
    }

    private String giving(Numbered element, List<Move> group) {
        return group.stream().anyMatch(move -> move.changed().contains(element))
                ? byNumber(element) + ", under another name,"
                : "\"%s\"".formatted(element.name());
    }

    /** Whether something has a number that another one should have again. */
    private static boolean leaves(Numbered element, List<Move> group) {
        return group.stream().anyMatch(move -> move.from() == element.number());
    }

    private String byNumber(Numbered element) {
        return "%s %s".formatted(kind.toLowerCase(Locale.ROOT), element.number());
    }

    /** What is new on numbers that others left, and where it should go. */
    private Optional<String> away(List<Move> group) {
        List<Numbered> newcomers =
                group.stream().flatMap(NumberStories::givingWay).distinct().toList();
        List<Long> free = newcomers.stream()
                .flatMap(newcomer -> Stream.ofNullable(proposed.get(newcomer.name())))
                .toList();
        String names = newcomers.isEmpty()
                ? ""
                : together(newcomers.stream()
                        .map(newcomer -> giving(newcomer, group))
                        .toList());
        String such = free.isEmpty() ? "" : ", such as " + range(free);
        return switch (newcomers.size()) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of("give %s a number that was never used%s".formatted(names, such));
            default -> Optional.of("give %s numbers that were never used%s".formatted(names, such));
        };
    }

    /** Three or more that follow each other as the first and the last. */
    private static String range(List<Long> numbers) {
        long first = numbers.get(0);
        long last = numbers.get(numbers.size() - 1);
        return numbers.size() > 2 && last - first == numbers.size() - 1
                ? "%s to %s".formatted(first, last)
                : together(numbers.stream().map(String::valueOf).toList());
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

    /** The value that must be the first again: by its number an open enum begins, and what is not set is read as it. */
    private Optional<String> begun(List<Move> group) {
        return began.filter(first -> group.stream()
                        .flatMap(move -> Stream.concat(Stream.of(move.before()), move.gone().stream()))
                        .anyMatch(old -> old.number() == first.number()))
                .map(first -> "let the enum begin with \"%s\" again".formatted(first.name()));
    }

    /** As many as are listed, with "and" before the last, which may be the number of those that are not. */
    private static String together(List<String> texts) {
        int last = texts.size() - 1;
        return last == 0 || last >= LISTED
                ? listed(texts)
                : String.join(", ", texts.subList(0, last)) + " and " + texts.get(last);
    }
}
