package dev.concordat.pipeline;

/** Hears how long work goes on. */
@FunctionalInterface
public interface Progress {

    /** Nobody listens. */
    Progress SILENT = step -> {};

    /** A step begins, such as {@code building routeguide 1.1.0}. */
    void step(String what);
}
