package dev.concordat.check.history;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What {@code .ci/differential} runs: buf and this checker on the commits of one history. Exit status 1 means that there are disagreements without a
 * reason.
 */
final class Differential {
    private static final int SECONDS_FOR_A_STEP = 120;
    private static final int STEPS_PER_SIGN_OF_LIFE = 50;
    private static final int SHOWN = 50;

    private final String name;
    private final Path work;
    private final StepComparison comparison;
    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private Differential(String name, Path work, Path buf, List<Path> imports) throws IOException {
        this.name = name;
        this.work = work;
        this.comparison = new StepComparison(
                new States(work, new Imports(imports)),
                new Buf(buf, work.resolve("answers"), SECONDS_FOR_A_STEP),
                Reasons.read());
    }

    /** Takes a name, a directory with the states, buf, how many commits at most, a seed, and directories with imports. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<Path> imports = new ArrayList<>();
        for (int i = 5; i < arguments.length; i++) {
            imports.add(Path.of(arguments[i]));
        }
        Path work = Path.of(arguments[1]);
        List<Step> steps = Step.of(
                new Git(work.resolve("repository")), Integer.parseInt(arguments[3]), Integer.parseInt(arguments[4]));
        Differential differential = new Differential(arguments[0], work, Path.of(arguments[2]), imports);
        System.exit(differential.run(steps) == 0 ? 0 : 1);
    }

    /** Compares the steps and tells; answers how many disagreements have no reason. */
    private int run(List<Step> steps) throws IOException, InterruptedException {
        int done = 0;
        for (Step step : steps) {
            try {
                comparison.compare(step);
            } catch (RuntimeException e) {
                throw new IllegalStateException("At " + step, e);
            }
            if (++done % STEPS_PER_SIGN_OF_LIFE == 0) {
                out.printf("%s: %d of %d%n", name, done, steps.size());
            }
        }
        out.println(name);
        comparison.figures().print(out);
        return tell();
    }

    private int tell() throws IOException {
        Map<String, Map<String, Integer>> explained = new TreeMap<>();
        List<String> unexplained = new ArrayList<>();
        List<String> all = new ArrayList<>();
        for (Disagreement disagreement : comparison.disagreements()) {
            all.add(disagreement.row().orElse("UNEXPLAINED") + ": " + disagreement);
            if (disagreement.row().isPresent()) {
                explained
                        .computeIfAbsent(disagreement.row().get(), unused -> new TreeMap<>())
                        .merge(disagreement.kind(), 1, Integer::sum);
            } else {
                unexplained.add(disagreement.toString());
            }
        }
        Files.write(work.resolve("disagreements.txt"), all);
        explained.forEach((row, kinds) -> {
            out.println("  explained: " + row);
            kinds.forEach((kind, count) -> out.printf("  %,10d %s%n", count, kind));
        });
        out.printf("  %,d disagreements, %,d unexplained%n", all.size(), unexplained.size());
        unexplained.stream().limit(SHOWN).forEach(line -> out.println("  " + line));
        return unexplained.size();
    }
}
