package dev.concordat.schema.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Replays the seeds of fuzzing and all that fuzzing ever found. */
final class FuzzReplayTest {
    private static final Path INPUTS = Path.of("src/test/resources/fuzz");

    static List<Path> inputs() throws IOException {
        try (Stream<Path> files = Files.walk(INPUTS)) {
            return files.filter(file ->
                            Files.isRegularFile(file) && INPUTS.relativize(file).getNameCount() > 1)
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void isReadOrRefused(Path input) throws IOException {
        byte[] bytes = Files.readAllBytes(input);
        switch (INPUTS.relativize(input).getName(0).toString()) {
            case "parser" -> ParserFuzz.fuzzerTestOneInput(bytes);
            case "linker" -> LinkerFuzz.fuzzerTestOneInput(bytes);
            case "options" -> OptionsFuzz.fuzzerTestOneInput(bytes);
            case "image" -> ImageFuzz.fuzzerTestOneInput(bytes);
            case "tree" -> TreeFuzz.fuzzerTestOneInput(bytes);
            case "archive" -> ArchiveFuzz.fuzzerTestOneInput(bytes);
            default -> throw new IllegalStateException(input + " belongs to no target.");
        }
    }
}
