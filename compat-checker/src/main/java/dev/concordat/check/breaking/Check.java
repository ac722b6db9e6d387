package dev.concordat.check.breaking;

/** Finds the violations of one rule. */
@FunctionalInterface
public interface Check {

    /** Compares the two versions and reports. */
    void run(Comparison comparison, Reporter reporter);
}
