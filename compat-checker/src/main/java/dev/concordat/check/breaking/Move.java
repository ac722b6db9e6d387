package dev.concordat.check.breaking;

import java.util.List;
import java.util.Optional;

/**
 * A field or enum value that kept its name and changed its number.
 *
 * @param displaced what had the current number before and has it no more
 * @param gone what had the current number before, or the previous one as well, under names that nothing has any more
 * @param newcomer what has the previous number now, under a name that is new
 * @param changed what stands in its way: of another type than before, it has the previous number now, or the name of what is displaced
 */
record Move(
        Numbered before,
        Numbered after,
        Optional<Numbered> displaced,
        List<Numbered> gone,
        Optional<Numbered> newcomer,
        List<Numbered> changed) {

    String name() {
        return after.name();
    }

    int from() {
        return before.number();
    }

    int to() {
        return after.number();
    }

    /** How far up the number went. */
    long distance() {
        return (long) to() - from();
    }
}
