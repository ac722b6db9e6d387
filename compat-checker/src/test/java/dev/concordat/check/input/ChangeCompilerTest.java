package dev.concordat.check.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.concordat.schema.ContractException;
import dev.concordat.schema.Failure;
import dev.concordat.schema.source.InputReference;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is left out because a change cannot touch it must not be missed: whatever happens to a workspace, the answer is that of comparing everything. */
final class ChangeCompilerTest {
    private static final int HISTORIES = Integer.getInteger("histories", 400);
    private static final List<String> CONFIGURATIONS = List.of("""
            version: v1beta1
            build:
              roots: [one, two]
            """, """
            version: v2
            modules:
              - path: one
              - path: two
            """, """
            version: v2
            modules:
              - path: one
              - path: two
            breaking: {use: [FILE, PACKAGE, WIRE_JSON, WIRE, CSR]}
            """, """
            version: v1beta1
            build:
              roots: [one, two]
            breaking: {use: [PACKAGE, WIRE]}
            """, """
            version: v2
            modules:
              - path: one
                breaking: {use: [WIRE]}
              - path: two
                breaking: {use: [FILE, PACKAGE]}
            """);

    @TempDir
    private Path directory;

    @Test
    void comparingWhatAChangeTouchesFindsWhatComparingEverythingFinds() throws IOException {
        int compared = 0;
        int found = 0;
        for (int history = 0; compared < HISTORIES; history++) {
            Random random = new Random(history);
            String configuration = CONFIGURATIONS.get(random.nextInt(CONFIGURATIONS.size()));
            RandomWorkspace workspace = new RandomWorkspace(random);
            workspace.write(directory.resolve("before"), configuration);
            if (!compiles()) {
                continue;
            }
            for (int step = 0; step < 6; step++) {
                workspace.change();
                workspace.write(directory.resolve("now"), configuration);
                String full = answer("before", true);
                assertEquals(full, answer("before", false), "history " + history + ", step " + step);
                compared++;
                found += full.contains(": ") ? 1 : 0;
            }
        }
        assertTrue(found > HISTORIES / 4, "only " + found + " of " + compared + " found anything");
    }

    private boolean compiles() {
        return !answer("before", "before", true).startsWith("CONTRACT");
    }

    private String answer(String previous, boolean full) {
        return answer(previous, "now", full);
    }

    private String answer(String previous, String current, boolean full) {
        InputComparison comparison =
                new InputComparison(new InputCompiler(directory, new ByteArrayInputStream(new byte[0])), full);
        try {
            BreakingResult result = comparison.compare(new BreakingRequest(
                    InputReference.parse(current),
                    InputReference.parse(previous),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    List.of(),
                    List.of()));
            return result.violations().stream().map(Object::toString).collect(Collectors.joining("\n"));
        } catch (ContractException e) {
            return e.failure() == Failure.CONTRACT ? "CONTRACT" : e.failure() + ": " + e.getMessage();
        }
    }
}
