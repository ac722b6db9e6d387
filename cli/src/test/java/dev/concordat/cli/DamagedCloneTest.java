package dev.concordat.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.concordat.cli.ScratchRegistry.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whichever bit of a clone is wrong, commands find what they found before or say why there is no answer. {@code -Dmutants=5000} tries as many bits, evenly
 * spread over all files of {@code .git}.
 */
final class DamagedCloneTest {
    private static final int MUTANTS = Integer.getInteger("mutants", 150);
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String[] BREAKING = {"breaking", "--against", ".git#branch=main"};
    private static final String[] CHECK = {"check"};

    @TempDir
    private Path directory;

    private int answered;
    private int refused;

    @Test
    void findsTheSameOrNothing() throws IOException, InterruptedException {
        ScratchRegistry clone = history();
        Outcome breaking = clone.concordat(BREAKING);
        Outcome check = clone.concordat(CHECK);
        assertEquals(ExitStatus.VIOLATIONS, breaking.status(), breaking.toString());
        assertEquals(ExitStatus.VIOLATIONS, check.status(), check.toString());
        List<Path> files = files();
        long bits = 0;
        for (Path file : files) {
            bits += Files.size(file) * Byte.SIZE;
        }
        long step = Math.max(1, bits / MUTANTS);
        long bit = 0;
        for (Path file : files) {
            file.toFile().setWritable(true);
            byte[] content = Files.readAllBytes(file);
            for (; bit < (long) content.length * Byte.SIZE; bit += step) {
                byte[] mutant = content.clone();
                mutant[(int) (bit / Byte.SIZE)] ^= (byte) (1 << bit % Byte.SIZE);
                Files.write(file, mutant);
                String what = directory.relativize(file) + " with bit " + bit + " changed: ";
                assertSameOrNone(breaking, clone, what, BREAKING);
                assertSameOrNone(check, clone, what, CHECK);
            }
            Files.write(file, content);
            bit -= (long) content.length * Byte.SIZE;
        }
        System.out.printf("%d of %d bits: %d answers, %d refusals%n", bits / step, bits, answered, refused);
        assertTrue(answered > 0 && refused > 0);
    }

    private void assertSameOrNone(Outcome right, ScratchRegistry clone, String what, String... command) {
        Instant start = Instant.now();
        Outcome outcome = clone.concordat(command);
        Duration took = Duration.between(start, Instant.now());
        assertTrue(took.compareTo(SOON) < 0, () -> what + took);
        if (outcome.status() == ExitStatus.NO_ANSWER) {
            refused++;
            assertTrue(outcome.err().endsWith(".\n") && outcome.out().isEmpty(), () -> what + outcome);
        } else {
            answered++;
            assertEquals(right, outcome, () -> what + String.join(" ", command));
        }
    }

    /** Of packed and of loose objects, packed and loose references. */
    private ScratchRegistry history() throws IOException, InterruptedException {
        ScratchRegistry clone = new ScratchRegistry(directory);
        clone.git("init", "-q", "-b", "main");
        clone.write("buf.yaml", "version: v2\nmodules:\n  - path: proto\n")
                .write("concordat.yaml", "version: v1\ngroup: com.example.contracts\n")
                .write("proto/shop/v1/order.proto", order("string id = 1;", "string note = 2;"))
                .write("proto/shop/v1/buyer.proto", "syntax = \"proto3\";\npackage shop.v1;\nmessage Buyer {}\n")
                .commit("one");
        clone.write("proto/shop/v1/order.proto", order("string id = 1;", "string note = 2;", "int32 amount = 3;"))
                .commit("two");
        clone.git("repack", "-q", "-a", "-d");
        clone.git("pack-refs", "--all");
        clone.git("checkout", "-q", "-b", "topic");
        clone.write("proto/shop/v1/order.proto", order("string id = 1;", "int32 amount = 3;"))
                .commit("three");
        clone.git("checkout", "-q", "main");
        clone.write("README", "A contract.\n").commit("four");
        clone.git("checkout", "-q", "topic");
        return clone;
    }

    private static String order(String... fields) {
        return "syntax = \"proto3\";\npackage shop.v1;\nmessage Order {\n  %s\n}\n"
                .formatted(String.join("\n  ", fields));
    }

    /** The files that git reads; it runs hooks, keeps a log and takes samples for what they are called. */
    private List<Path> files() throws IOException {
        try (Stream<Path> walk = Files.walk(directory.resolve(".git"))) {
            return walk.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().contains("/hooks/")
                            && !file.toString().contains("/logs/"))
                    .sorted()
                    .toList();
        }
    }
}
