package dev.concordat.check.breaking;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/** How the numbers of one message or enum changed: which names kept on under another number, and which of them belong together. */
final class Renumbering {
    private final List<Numbered> before;
    private final BiPredicate<Numbered, Numbered> same;
    private final BiPredicate<Numbered, Numbered> alike;
    private final Map<String, Numbered> beforeByName = new HashMap<>();
    private final Map<String, Numbered> afterByName = new HashMap<>();
    private final Map<Integer, Numbered> newByNumber = new HashMap<>();
    private final Map<Integer, List<Numbered>> beforeByNumber = new HashMap<>();
    /** What has another number and is another thing, by its current number. */
    private final Map<Integer, Numbered> changedByNumber = new HashMap<>();

    private final List<Move> moves = new ArrayList<>();

    private Renumbering(
            List<Numbered> before,
            List<Numbered> after,
            BiPredicate<Numbered, Numbered> same,
            BiPredicate<Numbered, Numbered> alike) {
        this.same = same;
        this.alike = alike;
        this.before = before.stream()
                .sorted((one, other) -> Integer.compare(one.number(), other.number()))
                .toList();
        for (Numbered element : this.before) {
            beforeByName.putIfAbsent(element.name(), element);
            beforeByNumber
                    .computeIfAbsent(element.number(), unused -> new ArrayList<>())
                    .add(element);
        }
        after.forEach(element -> afterByName.putIfAbsent(element.name(), element));
        for (Numbered element : after) {
            Numbered known = beforeByName.get(element.name());
            if (known == null) {
                newByNumber.putIfAbsent(element.number(), element);
            } else if (known.number() != element.number() && !isMoved(known, element)) {
                changedByNumber.put(element.number(), element);
            }
        }
        for (Numbered element : this.before) {
            Numbered match = afterByName.get(element.name());
            if (match != null && match.number() != element.number() && isMoved(element, match)) {
                moves.add(move(element, match));
            }
        }
    }

    /**
     * Whether what has a name is what had it. What became another thing that is alike is so only where it took the number of something that is still there:
     * a wider field beside the old one, which gave it its name, is new.
     */
    private boolean isMoved(Numbered known, Numbered element) {
        return same.test(known, element)
                || (alike.test(known, element)
                        && displaced(element)
                                .filter(other -> afterByName.containsKey(other.name()))
                                .isPresent());
    }

    /**
     * The renumbering between two lists of elements.
     *
     * @param same whether a current one of a previous one's name is of its kind
     * @param alike whether nothing but names tells a previous one from a current one
     */
    static Renumbering between(
            Stream<Numbered> before,
            Stream<Numbered> after,
            BiPredicate<Numbered, Numbered> same,
            BiPredicate<Numbered, Numbered> alike) {
        return new Renumbering(before.toList(), after.toList(), same, alike);
    }

    /** The same of elements of which every one is like every other. */
    static Renumbering between(Stream<Numbered> before, Stream<Numbered> after) {
        return between(before, after, (one, other) -> true, (one, other) -> true);
    }

    /** The moves, by previous number. */
    List<Move> moves() {
        return moves;
    }

    /**
     * The moves that nothing but names tells: data of what is displaced now reads as that of what moved, or its own as that of a newcomer.
     */
    List<Move> unnoticed() {
        return moves.stream()
                .filter(move -> move.displaced()
                                .filter(other -> alike.test(other, move.after()))
                                .isPresent()
                        || move.newcomer()
                                .filter(other -> alike.test(move.before(), other))
                                .isPresent())
                .toList();
    }

    private Move move(Numbered element, Numbered match) {
        Optional<Numbered> displaced = displaced(match);
        Numbered taker = changedByNumber.get(element.number());
        Numbered namesake = displaced
                .map(other -> afterByName.get(other.name()))
                .filter(other -> other.equals(changedByNumber.get(other.number())))
                .orElse(null);
        List<Numbered> changed = Stream.of(taker, namesake)
                .flatMap(Stream::ofNullable)
                .distinct()
                .toList();
        List<Numbered> gone = Stream.of(element.number(), match.number())
                .flatMap(number -> goneFrom(number).stream())
                .toList();
        return new Move(element, match, displaced, gone, newAt(element.number()), changed);
    }

    /** What has a number now under a name that is new. */
    private Optional<Numbered> newAt(int number) {
        return Optional.ofNullable(newByNumber.get(number));
    }

    /** What had a number before under names that are gone. */
    private List<Numbered> goneFrom(int number) {
        return beforeByNumber.getOrDefault(number, List.of()).stream()
                .filter(element -> !afterByName.containsKey(element.name()))
                .toList();
    }

    /** What had the number before, unless it has it still. */
    private Optional<Numbered> displaced(Numbered after) {
        List<Numbered> had = beforeByNumber.getOrDefault(after.number(), List.of());
        boolean stays = had.stream()
                .map(element -> afterByName.get(element.name()))
                .anyMatch(element -> element != null && element.number() == after.number());
        return stays ? Optional.empty() : had.stream().findFirst();
    }

    /** The moves in groups that one sentence can tell. */
    List<List<Move>> groups() {
        List<List<Move>> groups = new ArrayList<>();
        Set<Move> open = Collections.newSetFromMap(new IdentityHashMap<>());
        open.addAll(moves);
        groups.addAll(exchanges());
        // Not removeAll, which may walk the list for each element of the set.
        groups.forEach(group -> group.forEach(open::remove));
        List<List<Move>> shifts = shifts(open);
        groups.addAll(shifts);
        shifts.forEach(group -> group.forEach(open::remove));
        moves.stream().filter(open::contains).forEach(move -> groups.add(List.of(move)));
        return groups;
    }

    /** Moves that only pass numbers among each other: pairs, or all of them together when some circle is longer. */
    private List<List<Move>> exchanges() {
        List<List<Move>> circles = circles();
        if (circles.stream().allMatch(circle -> circle.size() == 2)) {
            return circles;
        }
        return List.of(circles.stream()
                .flatMap(List::stream)
                .sorted((one, other) -> Integer.compare(one.from(), other.from()))
                .toList());
    }

    private List<List<Move>> circles() {
        Map<Integer, Move> byNumber = new LinkedHashMap<>();
        Set<Integer> shared = new HashSet<>();
        for (Move move : moves) {
            if (byNumber.putIfAbsent(move.from(), move) != null) {
                shared.add(move.from());
            }
        }
        // Aliases share their number; they are told one by one.
        byNumber.keySet().removeAll(shared);
        List<List<Move>> circles = new ArrayList<>();
        Set<Move> visited = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Move start : byNumber.values()) {
            List<Move> path = new ArrayList<>();
            Move at = start;
            while (at != null && visited.add(at)) {
                path.add(at);
                at = byNumber.get(at.to());
            }
            if (at != null && at.from() == start.from() && !path.isEmpty()) {
                circles.add(path);
            }
        }
        return circles;
    }

    /** Neighbours that moved by the same distance. */
    private List<List<Move>> shifts(Set<Move> open) {
        List<List<Move>> shifts = new ArrayList<>();
        List<Move> run = new ArrayList<>();
        Map<String, Move> byName = new HashMap<>();
        open.forEach(move -> byName.put(move.name(), move));
        for (Numbered element : before) {
            Move move = byName.get(element.name());
            boolean goesOn = move != null && !run.isEmpty() && run.get(0).distance() == move.distance();
            // One that is deleted between two that move does not part them.
            if (!goesOn && afterByName.containsKey(element.name())) {
                end(run, shifts);
                run = new ArrayList<>();
            }
            if (move != null) {
                run.add(move);
            }
        }
        end(run, shifts);
        return shifts;
    }

    private static void end(List<Move> run, List<List<Move>> shifts) {
        if (!run.isEmpty() && run.get(0).from() != run.get(run.size() - 1).from()) {
            shifts.add(run);
        }
    }
}
