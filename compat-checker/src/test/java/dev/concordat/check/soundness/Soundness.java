package dev.concordat.check.soundness;

import dev.concordat.schema.ContractException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What {@code .ci/soundness} runs. Exit status 1 means that a value changed, or that a report without a loss has no reason. */
final class Soundness {
    /** Why a change is reported though no value changes, by the rules that report it. */
    private static final Map<String, String> REASONS = Map.of(
            "FIELD_SAME_CARDINALITY", "presence: zero is read as zero; generated code changes",
            "FIELD_SAME_CARDINALITY, FIELD_SAME_TYPE", "both of these",
            "FIELD_SAME_TYPE", "an open enum and int32 hold the same numbers; generated code and JSON change",
            "FIELD_WIRE_COMPATIBLE_TYPE", "an open enum and int32 hold the same numbers; reported as buf does",
            "FIELD_WIRE_JSON_COMPATIBLE_TYPE", "an open enum and int32 hold the same numbers; JSON changes");

    private static final int SHOWN = 20;
    private static final int STEP = 10_000;

    private final PrintStream out;
    private boolean sound = true;

    private Soundness(PrintStream out) {
        this.out = out;
    }

    /**
     * Runs the command.
     *
     * @param arguments {@code --pairs N --seed S --seconds T}
     */
    public static void main(String[] arguments) throws ContractException {
        List<String> words = List.of(arguments);
        Soundness soundness = new Soundness(new PrintStream(System.out, true, StandardCharsets.UTF_8));
        soundness.types();
        soundness.random(
                number("--pairs", 100_000, words),
                number("--seed", 1, words),
                Duration.ofSeconds(number("--seconds", 3_600, words)));
        System.exit(soundness.sound ? 0 : 1);
    }

    private static long number(String flag, long otherwise, List<String> words) {
        int at = words.indexOf(flag);
        return at < 0 ? otherwise : Long.parseLong(words.get(at + 1));
    }

    private void types() throws ContractException {
        TypePairs pairs = new TypePairs();
        pairs.run();
        int size = pairs.size();
        out.printf(
                "%d states of a field, %d of them without oneofs, delimited messages, unchecked strings and maps: %d changes, %d of them between those; %d messages%n",
                size, pairs.known(), size * size, pairs.known() * pairs.known(), pairs.messages);
        figures(pairs.passed, pairs.changed);
        out.printf("  between the %d: %s%n", pairs.known(), pairs.passedKnown);
        for (Level level : Level.promising()) {
            pairs.reported.getOrDefault(level, Map.of()).forEach((rules, changes) -> {
                String reason = REASONS.getOrDefault(rules, "UNEXPLAINED");
                sound &= REASONS.containsKey(rules);
                out.printf("  %s reports %d without a loss, %s: %s%n", level, changes.size(), rules, reason);
                changes.forEach(change -> out.printf("      %s%n", change));
            });
        }
    }

    private void random(long pairs, long seed, Duration time) throws ContractException {
        SoundnessRun run = new SoundnessRun(seed);
        long start = System.nanoTime();
        int told = 0;
        while (run.pairs < pairs && System.nanoTime() - start < time.toNanos()) {
            run.next();
            if (run.pairs / STEP > told) {
                told = run.pairs / STEP;
                out.printf("%d pairs, %.0f s, %s%n", run.pairs, (System.nanoTime() - start) / 1e9, broken(run));
            }
        }
        out.printf(
                "%d random pairs of contracts, seed %d, %d messages; %d more did not compile; %.0f s%n",
                run.pairs, seed, run.messages, run.uncompiled, (System.nanoTime() - start) / 1e9);
        figures(run.passed, run.changed);
    }

    private static String broken(SoundnessRun run) {
        return Level.promising().stream()
                        .mapToInt(level ->
                                run.changed.getOrDefault(level, List.of()).size())
                        .sum()
                + " promises broken";
    }

    private void figures(Map<Level, Integer> passed, Map<Level, List<String>> changed) {
        for (Level level : Level.values()) {
            List<String> found = changed.getOrDefault(level, List.of());
            out.printf("  %s lets pass %d: %d change a value%n", level, passed.getOrDefault(level, 0), found.size());
            if (Level.promising().contains(level)) {
                sound &= found.isEmpty();
                found.stream().limit(SHOWN).forEach(out::println);
            }
        }
    }
}
