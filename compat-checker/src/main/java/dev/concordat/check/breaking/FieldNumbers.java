package dev.concordat.check.breaking;

import dev.concordat.schema.Field;
import dev.concordat.schema.FieldType;
import dev.concordat.schema.Message;
import dev.concordat.schema.NumberRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** Follows fields that keep name and type under another number. {@link ExtensionNumbers}, which is asked here too, does the same for extensions. */
final class FieldNumbers {
    static final String RULE = "FIELD_SAME_NUMBER";
    private static final int MAX = 536_870_911;
    /** Protobuf keeps these numbers for itself (language guide, "Assigning Field Numbers"). */
    private static final int FIRST_OF_PROTOBUF = 19_000;

    private static final int LAST_OF_PROTOBUF = 19_999;

    private FieldNumbers() {}

    /**
     * Finds what nothing else finds: a field that took the number of another one of a type that reads the same, whose data it now shows, or whose own a
     * new one shows, and an extension that moved.
     */
    static void check(Comparison comparison, Reporter reporter) {
        Structures structures = new Structures(comparison, Level.WIRE);
        Set<Subject> renamed = renamedEnums(comparison);
        for (Pair<Message> pair : comparison.messages()) {
            Renumbering renumbering = renumbering(pair, comparison, structures, renamed);
            NumberStories stories = stories(pair, renumbering);
            renumbering.unnoticed().forEach(move -> stories.report(move, reporter));
        }
        ExtensionNumbers.check(comparison, reporter);
    }

    /** What happened, group by group. */
    static List<Story> stories(Comparison comparison) {
        List<Story> stories = new ArrayList<>();
        Structures structures = new Structures(comparison, Level.WIRE);
        Set<Subject> renamed = renamedEnums(comparison);
        for (Pair<Message> pair : comparison.messages()) {
            Renumbering renumbering = renumbering(pair, comparison, structures, renamed);
            if (!renumbering.moves().isEmpty()) {
                stories.addAll(stories(pair, renumbering).of(renumbering));
            }
        }
        stories.addAll(ExtensionNumbers.stories(comparison));
        return stories;
    }

    private static Set<Subject> renamedEnums(Comparison comparison) {
        return comparison.renamedEnums().stream()
                .map(pair -> new Subject.Replaced(
                        pair.previous().fullName(), pair.current().fullName()))
                .collect(Collectors.toSet());
    }

    private static Renumbering renumbering(
            Pair<Message> pair, Comparison comparison, Structures structures, Set<Subject> renamed) {
        return Renumbering.between(
                pair.previous().fields().stream().map(field -> Numbered.of(field, comparison.previous())),
                pair.current().fields().stream().map(field -> Numbered.of(field, comparison.current())),
                (before, after) -> haveSameTypes(before, after, structures, renamed),
                (before, after) -> areAlike(before, after, structures));
    }

    /** Whether fields have the same types, but for new names of messages and enums; maps, whose entries are called after them, the same keys and values. */
    private static boolean haveSameTypes(Numbered before, Numbered after, Structures structures, Set<Subject> renamed) {
        int compared = Math.min(before.types().size(), after.types().size());
        for (int at = 0; at < compared; at++) {
            FieldType was = before.types().get(at);
            FieldType is = after.types().get(at);
            boolean isRenamed = renamed.contains(new Subject.Replaced(was.typeName(), is.typeName()));
            if (!was.equals(is) && !isRenamed && !(was.kind().isNamed() && structures.allow(was, is))) {
                return false;
            }
        }
        return true;
    }

    /** Whether readers take one for the other and notice nothing, as the rules about types do: what those pass over, this one must see as the same. */
    private static boolean areAlike(Numbered before, Numbered after, Structures structures) {
        FieldType was = before.types().get(0);
        FieldType is = after.types().get(0);
        return (was.equals(is) && !before.isMap()) || structures.allow(was, is);
    }

    private static NumberStories stories(Pair<Message> pair, Renumbering renumbering) {
        return new NumberStories(
                RULE,
                "Field",
                pair.previous().fullName(),
                pair.current().nestedName(),
                new PuttingBack(
                        "field",
                        PuttingBack.proposed(renumbering, free(pair.previous(), pair.current())),
                        pair.current()::reserves,
                        Optional.empty()),
                move -> pair.previous()
                        .field(move.from())
                        .flatMap(before -> pair.current().field(move.to()).map(after -> new Pair<>(before, after))));
    }

    /** The numbers behind all that either version uses, reserves or leaves to extensions. */
    private static LongStream free(Message previous, Message current) {
        int last = 0;
        for (Message message : List.of(previous, current)) {
            for (Field field : message.fields()) {
                last = Math.max(last, field.number());
            }
            for (List<NumberRange> ranges : List.of(message.reservedRanges(), message.extensionRanges())) {
                for (NumberRange range : ranges) {
                    last = Math.max(last, range.last());
                }
            }
        }
        return LongStream.rangeClosed(last + 1L, MAX)
                .filter(number -> number < FIRST_OF_PROTOBUF || number > LAST_OF_PROTOBUF);
    }
}
