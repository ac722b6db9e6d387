package dev.concordat.check.breaking;

import dev.concordat.schema.EnumType;
import dev.concordat.schema.EnumValue;
import dev.concordat.schema.NumberRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/** Follows enum values that keep their name under another number. */
final class EnumValueNumbers {
    static final String RULE = "ENUM_VALUE_SAME_NUMBER";

    private EnumValueNumbers() {}

    /** Finds what nothing else finds: a value that took another one's number, which it is now read for, or whose own a new one took. */
    static void check(Comparison comparison, Reporter reporter) {
        for (Pair<EnumType> pair : comparison.enums()) {
            Renumbering renumbering = renumbering(pair);
            NumberStories stories = stories(pair, renumbering);
            for (Move move : renumbering.unnoticed()) {
                reporter.about(new Subject.NumberOf(pair.previous().fullName(), move.from()))
                        .report(move.after().location(), move.before().location(), stories.move(move));
            }
        }
    }

    /** What happened, group by group. */
    static List<Story> stories(Comparison comparison) {
        List<Story> stories = new ArrayList<>();
        for (Pair<EnumType> pair : comparison.enums()) {
            Renumbering renumbering = renumbering(pair);
            if (!renumbering.moves().isEmpty()) {
                stories.addAll(stories(pair, renumbering).of(renumbering));
            }
        }
        return stories;
    }

    private static Renumbering renumbering(Pair<EnumType> pair) {
        return Renumbering.between(
                pair.previous().values().stream().map(Numbered::of),
                pair.current().values().stream().map(Numbered::of));
    }

    private static NumberStories stories(Pair<EnumType> pair, Renumbering renumbering) {
        return new NumberStories(
                RULE,
                "Value",
                pair.previous().fullName(),
                pair.current().nestedName(),
                new PuttingBack(
                        "value",
                        PuttingBack.proposed(renumbering, free(pair.previous(), pair.current())),
                        pair.current()::reserves,
                        began(pair)),
                move -> Optional.empty());
    }

    /** The value before all others, unless one begins the enum that had its number as well, or has another one, of which rules about defaults tell. */
    private static Optional<Numbered> began(Pair<EnumType> pair) {
        EnumValue was = pair.previous().values().get(0);
        EnumValue is = pair.current().values().get(0);
        boolean isAlias = pair.previous().values().stream()
                .anyMatch(value -> value.number() == was.number()
                        && value.name().value().equals(is.name().value()));
        return was.number() == is.number() && !isAlias ? Optional.of(Numbered.of(was)) : Optional.empty();
    }

    /** The numbers behind all that either version uses or reserves. */
    private static LongStream free(EnumType previous, EnumType current) {
        int last = 0;
        for (EnumType enumType : List.of(previous, current)) {
            for (EnumValue value : enumType.values()) {
                last = Math.max(last, value.number());
            }
            for (NumberRange range : enumType.reservedRanges()) {
                last = Math.max(last, range.last());
            }
        }
        return LongStream.rangeClosed(last + 1L, Integer.MAX_VALUE);
    }
}
