package dev.concordat.schema.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.concordat.schema.ContractException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Test cases that are folders with an expected.txt; {@code -Dgolden.update} writes what is answered instead. */
final class Golden {
    private static final Path RESOURCES = Path.of("src/test/resources");
    private static final boolean UPDATE = System.getProperty("golden.update") != null;

    private Golden() {}

    static List<Path> cases(String directory) throws IOException {
        try (Stream<Path> folders = Files.list(RESOURCES.resolve(directory))) {
            return folders.sorted().toList();
        }
    }

    static void check(Path folder, String answer) throws IOException {
        Path expected = folder.resolve("expected.txt");
        if (UPDATE) {
            Files.writeString(expected, answer);
        }
        assertEquals(Files.exists(expected) ? Files.readString(expected) : "", answer, folder.toString());
    }

    static String text(ContractException e) {
        return e.problems().stream()
                .map(problem -> problem + "\n")
                .collect(Collectors.joining("", e.failure() + "\n", ""));
    }
}
