package dev.concordat.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.concordat.schema.ContractException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plan compiles what a change touches, and says what it would say of everything. */
final class TouchedPlanTest {
    private static final int HISTORIES = Integer.getInteger("histories", 8);
    private static final int STEPS = 12;

    @TempDir
    private Path directory;

    @Test
    void compilingWhatAChangeTouchesPlansWhatCompilingEverythingPlans() throws IOException, ContractException {
        Tally tally = new Tally();
        for (int history = 0; tally.histories < HISTORIES; history++) {
            Random random = new Random(history);
            RandomModules workspace = new RandomModules(random);
            if (workspace.compiles()) {
                ContractClone clone = ContractClone.create(directory.resolve("history" + history));
                write(clone, Map.of(), workspace);
                clone.commit();
                tally.histories++;
                live(clone, workspace, random, "history " + history, tally);
            }
        }
        assertTrue(tally.isTelling(), tally.toString());
    }

    /** Only what compiles is committed, and only what is acceptable is released. */
    private static void live(ContractClone clone, RandomModules workspace, Random random, String what, Tally tally)
            throws IOException, ContractException {
        if (random.nextBoolean()) {
            clone.git("checkout", "-q", "-b", "work");
        }
        for (int step = 0; step < STEPS; step++) {
            Runnable back = workspace.mark();
            Map<String, String> before = workspace.contents();
            workspace.change();
            write(clone, before, workspace);
            String full = PlanAnswer.ofAll(clone);
            assertEquals(full, PlanAnswer.ofTouched(clone), what + ", step " + step);
            tally.add(full);
            if (full.startsWith("CONTRACT") || random.nextInt(4) == 0) {
                Map<String, String> now = workspace.contents();
                back.run();
                write(clone, now, workspace);
            } else if (random.nextInt(3) > 0) {
                clone.commit();
                release(clone, random, tally);
            }
        }
    }

    private static void release(ContractClone clone, Random random, Tally tally) throws ContractException {
        Plan plan = clone.plan();
        if (plan.isAcceptable() && random.nextInt(3) > 0) {
            tally.releases += clone.release(plan).size();
        }
        if (random.nextInt(3) > 0) {
            clone.git("update-ref", "refs/heads/main", "HEAD");
        }
    }

    private static void write(ContractClone clone, Map<String, String> before, RandomModules workspace)
            throws IOException {
        Map<String, String> now = workspace.contents();
        Set<String> gone = new HashSet<>(before.keySet());
        gone.removeAll(now.keySet());
        for (String path : gone) {
            Files.delete(clone.directory().resolve(path));
        }
        now.forEach(clone::write);
    }

    /** How much of what matters the histories had. */
    private static final class Tally {
        private int histories;
        private int answers;
        private int violations;
        private int uncompiled;
        private int releases;
        private int majors;

        void add(String answer) {
            answers++;
            violations += answer.contains("waive <") ? 1 : 0;
            uncompiled += answer.startsWith("CONTRACT") ? 1 : 0;
            majors += answer.contains("which breaks as") ? 1 : 0;
        }

        boolean isTelling() {
            return violations > histories / 2 && releases > histories && uncompiled > histories;
        }

        @Override
        public String toString() {
            return "%d histories, %d answers: %d with violations, %d did not compile, %d with a break of a dependency, %d releases"
                    .formatted(histories, answers, violations, uncompiled, majors, releases);
        }
    }
}
