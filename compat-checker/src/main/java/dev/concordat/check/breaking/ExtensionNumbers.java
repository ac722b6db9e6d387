package dev.concordat.check.breaking;

import dev.concordat.check.breaking.Scope.Extension;
import dev.concordat.schema.Field;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Follows extensions that keep their name under another number, and those that keep it and extend another message. */
final class ExtensionNumbers {
    private final Comparison comparison;

    private ExtensionNumbers(Comparison comparison) {
        this.comparison = comparison;
    }

    /** Finds what no other rule does: one that moved, and one of another message. */
    static void check(Comparison comparison, Reporter reporter) {
        ExtensionNumbers numbers = new ExtensionNumbers(comparison);
        numbers.renumbered().forEach((extendee, renumbering) -> {
            NumberStories stories = numbers.storiesOf(extendee);
            renumbering.moves().forEach(move -> stories.report(move, reporter));
        });
        comparison.previous().extensions().forEach((name, before) -> {
            Extension after = comparison.current().extensions().get(name);
            if (after != null && numbers.isOfAnotherMessage(before.field(), after.field())) {
                reportOther(before.field(), after.field(), reporter);
            }
        });
    }

    /** What happened, group by group. */
    static List<Story> stories(Comparison comparison) {
        ExtensionNumbers numbers = new ExtensionNumbers(comparison);
        List<Story> stories = new ArrayList<>();
        numbers.renumbered().forEach((extendee, renumbering) -> {
            NumberStories told = numbers.storiesOf(extendee);
            for (List<Move> group : renumbering.groups()) {
                byFile(group).forEach(moves -> stories.add(told.of(moves).about(gone(moves))));
            }
        });
        return stories;
    }

    /** What became of the numbers of the messages of which an extension has another one now. */
    private Map<String, Renumbering> renumbered() {
        Set<String> extendees = new HashSet<>();
        comparison.previous().extensions().forEach((name, before) -> {
            Extension after = comparison.current().extensions().get(name);
            if (after != null
                    && after.field().number() != before.field().number()
                    && after.field().extendee().equals(before.field().extendee())) {
                extendees.add(before.field().extendee().orElseThrow());
            }
        });
        Map<String, List<Numbered>> after = byExtendee(comparison.current(), extendees);
        Map<String, Renumbering> renumbered = new LinkedHashMap<>();
        byExtendee(comparison.previous(), extendees)
                .forEach((extendee, before) -> renumbered.put(
                        extendee,
                        // One that moved is told whatever its type is now: no other rule looks where it went.
                        Renumbering.between(before.stream(), after.getOrDefault(extendee, List.of()).stream())));
        return renumbered;
    }

    private static Map<String, List<Numbered>> byExtendee(Scope scope, Set<String> extendees) {
        Map<String, List<Numbered>> numbers = new LinkedHashMap<>();
        if (!extendees.isEmpty()) {
            scope.extensions().forEach((name, extension) -> {
                String extendee = extension.field().extendee().orElseThrow();
                if (extendees.contains(extendee)) {
                    numbers.computeIfAbsent(extendee, unused -> new ArrayList<>())
                            .add(Numbered.of(extension.field(), name));
                }
            });
        }
        return numbers;
    }

    private NumberStories storiesOf(String extendee) {
        return new NumberStories(
                FieldNumbers.RULE,
                "Extension",
                extendee,
                Labels.last(extendee),
                new PuttingBack("extension", Map.of(), number -> false, Optional.empty()),
                move -> Optional.of(new Pair<>(
                        known(comparison.previous(), move.name()).field(),
                        known(comparison.current(), move.name()).field())));
    }

    private static Extension known(Scope scope, String name) {
        return Optional.ofNullable(scope.extensions().get(name))
                .orElseThrow(() -> new IllegalStateException("Extension " + name + " moved and is not there."));
    }

    /** Moves in several files are told one by one: each where it is, for one of the files may be ignored. */
    private static List<List<Move>> byFile(List<Move> group) {
        Move first = group.get(0);
        return group.stream()
                        .allMatch(move -> areInOneFile(move.before(), first.before())
                                && areInOneFile(move.after(), first.after()))
                ? List.of(group)
                : group.stream().map(List::of).toList();
    }

    private static boolean areInOneFile(Numbered one, Numbered other) {
        return one.location().path().equals(other.location().path());
    }

    /** What is gone from the numbers that these left or took, which their message says to restore. */
    private static List<Subject> gone(List<Move> moves) {
        return moves.stream()
                .flatMap(move -> move.gone().stream().filter(old -> areInOneFile(old, move.before())))
                .<Subject>map(old -> new Subject.Deleted(old.name()))
                .toList();
    }

    /** Whether an extension is one of another message, while the message that it was of is still there and may hold it. */
    private boolean isOfAnotherMessage(Field before, Field after) {
        String extendee = before.extendee().orElseThrow();
        return !after.extendee().equals(before.extendee())
                && comparison.current().world().message(extendee).isPresent();
    }

    private static void reportOther(Field before, Field after, Reporter reporter) {
        String extendee = before.extendee().orElseThrow();
        reporter.about(new Subject.NumberOf(extendee, before.number()))
                .report(
                        after.numberLocation(),
                        before.numberLocation(),
                        "Extension %s \"%s\" of \"%s\" extends \"%s\" now. Put it back: data that exists has it in the message it was of."
                                .formatted(
                                        before.number(),
                                        before.name().value(),
                                        Labels.last(extendee),
                                        Labels.last(after.extendee().orElseThrow())));
    }
}
