package dev.concordat.check.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.concordat.schema.ContractException;
import dev.concordat.schema.Failure;
import dev.concordat.schema.source.InputReference;
import dev.concordat.schema.source.UserCaches;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

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

    /** Each folder is a change that touches a file which is the same in both states, in one way of its own; of some the answer is that it does not compile. */
    @ParameterizedTest
    @MethodSource("changes")
    void aFileThatIsTheSameIsLookedAtWhenAChangeTouchesIt(Path change) {
        String full = answer(change, true);
        assertEquals(change.endsWith("only_comments_change"), full.isEmpty(), full);
        assertEquals(full, answer(change, false));
    }

    static Stream<Path> changes() throws IOException {
        try (Stream<Path> folders = Files.list(Path.of("src/test/resources/touched"))) {
            return folders.sorted().toList().stream();
        }
    }

    private static String answer(Path change, boolean full) {
        return answer(change.toAbsolutePath(), "previous", "current", full);
    }

    private boolean compiles() {
        return !answer("before", "before", true).startsWith("CONTRACT");
    }

    private String answer(String previous, boolean full) {
        return answer(previous, "now", full);
    }

    private String answer(String previous, String current, boolean full) {
        return answer(directory, previous, current, full);
    }

    private static String answer(Path directory, String previous, String current, boolean full) {
        InputComparison comparison = new InputComparison(
                new InputCompiler(
                        directory, new ByteArrayInputStream(new byte[0]), Dependencies.in(UserCaches.of(Map.of()))),
                full);
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
