package dev.concordat.check.breaking;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PrimitiveIterator;
import java.util.function.IntPredicate;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Tells what else it takes to put numbers back.
 *
 * @param kind what has the numbers, as a sentence goes on
 * @param proposed by name, the numbers to take that were never used
 * @param reserved which numbers are reserved now
 * @param began what an enum began with, where something else has its number and place now
 */
record PuttingBack(String kind, Map<String, Long> proposed, IntPredicate reserved, Optional<Numbered> began) {
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

    /** What else to do, so that the numbers can be had again and nothing is missing then. */
    String besides(List<Move> group) {
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
        return gone.isEmpty() ? Optional.empty() : Optional.of("restore " + Listing.together(gone));
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
        return others.isEmpty()
                ? Optional.empty()
                : Optional.of("give %s another name".formatted(Listing.together(others)));
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
        return "%s %s".formatted(kind, element.number());
    }

    /** What is new on numbers that others left, and where it should go. */
    private Optional<String> away(List<Move> group) {
        List<Numbered> newcomers =
                group.stream().flatMap(PuttingBack::givingWay).distinct().toList();
        List<Long> free = newcomers.stream()
                .flatMap(newcomer -> Stream.ofNullable(proposed.get(newcomer.name())))
                .toList();
        String names = newcomers.isEmpty()
                ? ""
                : Listing.together(newcomers.stream()
                        .map(newcomer -> giving(newcomer, group))
                        .toList());
        String such = free.isEmpty() ? "" : ", such as " + Listing.range(free);
        return switch (newcomers.size()) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of("give %s a number that was never used%s".formatted(names, such));
            default -> Optional.of("give %s numbers that were never used%s".formatted(names, such));
        };
    }

    /** What else must change before numbers can be had again. */
    private Optional<String> unreserved(List<Move> group) {
        List<String> numbers = group.stream()
                .map(Move::from)
                .filter(reserved::test)
                .map(String::valueOf)
                .toList();
        return numbers.isEmpty() ? Optional.empty() : Optional.of("no longer reserve " + Listing.listed(numbers));
    }

    /** The value that must be the first again: by its number an open enum begins, and what is not set is read as it. */
    Optional<String> begun(List<Move> group) {
        return began.filter(first -> group.stream()
                        .flatMap(move -> Stream.concat(Stream.of(move.before()), move.gone().stream()))
                        .anyMatch(old -> old.number() == first.number()))
                .map(first -> "let the enum begin with \"%s\" again".formatted(first.name()));
    }
}
