package dev.concordat.waiver;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Replays the seeds of fuzzing and all that fuzzing ever found. */
final class WaiversFuzzTest {
    static List<Path> inputs() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/fuzz/waivers"))) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void isReadAndEditedOrRefused(Path input) throws IOException {
        WaiversFuzz.fuzzerTestOneInput(Files.readAllBytes(input));
    }
}
