package dev.concordat.check.breaking;

/** Compares one element's two versions. */
@FunctionalInterface
interface PairCheck<T> {

    /** Compares and reports. */
    void compare(T previous, T current, Reporter reporter);
}
