package dev.concordat.check.soundness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.concordat.schema.ContractException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The part of {@code .ci/soundness} that every build can afford. */
final class SoundnessTest {
    private static final int PAIRS = 400;

    @Test
    void noPairOfTypesThatPassesChangesAValue() throws ContractException {
        TypePairs pairs = new TypePairs();
        assertEquals(85, pairs.known());
        pairs.run();
        assertNothingChanged(pairs.changed);
    }

    @Test
    void noRandomChangeThatPassesChangesAValue() throws ContractException {
        SoundnessRun run = new SoundnessRun(1);
        while (run.pairs < PAIRS) {
            run.next();
        }
        assertNothingChanged(run.changed);
        for (Level level : Level.values()) {
            assertTrue(run.passed.getOrDefault(level, 0) > PAIRS / 20, "%s passed %s".formatted(level, run.passed));
        }
    }

    /** A comparison that sees changes finds them where values are not promised to stay. */
    private static void assertNothingChanged(Map<Level, List<String>> changed) {
        for (Level level : Level.promising()) {
            assertEquals(List.of(), changed.getOrDefault(level, List.of()));
        }
        assertTrue(!changed.getOrDefault(Level.WIRE_ALONE, List.of()).isEmpty());
    }
}
