package dev.concordat.schema;

import java.util.function.Function;

/**
 * A value that knows where it is set.
 *
 * @param value the value
 * @param location where it is set, or the element it belongs to when it is not set anywhere
 */
public record Located<T>(T value, Location location) {

    /** The same place with another value. */
    public <R> Located<R> map(Function<T, R> function) {
        return new Located<>(function.apply(value), location);
    }
}
