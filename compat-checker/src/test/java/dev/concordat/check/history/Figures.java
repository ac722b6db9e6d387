package dev.concordat.check.history;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Map;

/** How much of a history was compared, and how much of that is equal. */
final class Figures {
    private int steps;
    private int compared;
    private int refused;
    private final Map<String, Counts> byRules = new LinkedHashMap<>();

    /** Findings of buf, how many of them are not ours, and how many of ours are not buf's. */
    private record Counts(int bufs, int missing, int more) {
        Counts plus(Counts other) {
            return new Counts(bufs + other.bufs, missing + other.missing, more + other.more);
        }
    }

    void addStep() {
        steps++;
    }

    void addCompared() {
        compared++;
    }

    void addRefused() {
        refused++;
    }

    void addFindings(String rules, int bufs, int missing, int more) {
        byRules.merge(rules, new Counts(bufs, missing, more), Counts::plus);
    }

    void print(PrintStream out) {
        out.printf(
                "  %,d commits with their parents: %,d compared, %,d compile for neither, %,d refused by buf alone%n",
                steps, compared, refused, steps - compared - refused);
        out.printf("  %-12s %10s %10s %10s %10s%n", "rules", "buf finds", "equal", "only buf", "only ours");
        byRules.forEach((rules, counts) -> out.printf(
                "  %-12s %,10d %,10d %,10d %,10d%n",
                rules, counts.bufs, counts.bufs - counts.missing, counts.missing, counts.more));
    }
}
