package dev.concordat.schema;

/**
 * A range of field or enum value numbers.
 *
 * @param first the first number
 * @param last the last number, inclusive
 * @param location the range as written
 */
public record NumberRange(int first, int last, Location location) {

    /** Whether the number lies in the range. */
    public boolean contains(int number) {
        return first <= number && number <= last;
    }
}
