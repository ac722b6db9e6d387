package dev.concordat.schema.oracle;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Differences by kind, counted, with the first examples of each. */
final class Differences {
    private static final int EXAMPLES = 3;

    private final Map<String, List<String>> examples = new TreeMap<>();
    private final Map<String, Integer> counts = new TreeMap<>();

    /** Adds a difference. */
    synchronized void add(String kind, String example) {
        counts.merge(kind, 1, Integer::sum);
        List<String> kept = examples.computeIfAbsent(kind, unseen -> new ArrayList<>());
        if (kept.size() < EXAMPLES) {
            kept.add(example);
        }
    }

    /** How many there were. */
    synchronized int total() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** The kinds with their counts, most frequent first, each with its examples. */
    synchronized void print(PrintStream out) {
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.naturalOrder())))
                .forEach(kind -> {
                    out.printf("%8d  %s%n", kind.getValue(), kind.getKey());
                    examples.getOrDefault(kind.getKey(), List.of())
                            .forEach(example -> out.println("            " + example.replace("\n", "\n            ")));
                });
    }

    @Override
    public synchronized String toString() {
        StringBuilder text = new StringBuilder();
        examples.forEach((kind, kept) ->
                text.append(kind).append(": ").append(String.join("; ", kept)).append('\n'));
        return text.toString();
    }
}
