package dev.concordat.generate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The JDK's inflater and jar reader are the oracles of our own writer. */
final class JarFileWriterTest {
    @TempDir
    private Path directory;

    @Test
    void theJdkInflatesWhatIsDeflated() throws DataFormatException {
        Random random = new Random(7);
        for (int round = 0; round < 400; round++) {
            byte[] bytes = sample(random, round);
            Inflater inflater = new Inflater(true);
            inflater.setInput(Deflate.compress(bytes));
            byte[] inflated = new byte[bytes.length + 1];
            int length = 0;
            while (!inflater.finished() && length < inflated.length) {
                int read = inflater.inflate(inflated, length, inflated.length - length);
                if (read == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
                    break;
                }
                length += read;
            }
            assertTrue(inflater.finished(), "round " + round);
            assertEquals(bytes.length, length, "round " + round);
            assertArrayEquals(bytes, java.util.Arrays.copyOf(inflated, length), "round " + round);
            inflater.end();
        }
    }

    @Test
    void theJdkReadsTheJarWithTheManifestFirst() throws IOException {
        SortedMap<String, byte[]> entries = new TreeMap<>();
        Random random = new Random(11);
        for (int number = 0; number < 50; number++) {
            entries.put("p/File" + number + ".class", sample(random, number));
        }
        Path jar = directory.resolve("a.jar");
        JarFileWriter.write(jar, JarManifest.of(Map.of("Implementation-Title", "x".repeat(200))), entries);
        List<String> names = new ArrayList<>();
        try (JarFile file = new JarFile(jar.toFile())) {
            assertEquals("x".repeat(200), file.getManifest().getMainAttributes().getValue("Implementation-Title"));
            for (JarEntry entry : java.util.Collections.list(file.entries())) {
                names.add(entry.getName());
                if (entries.containsKey(entry.getName())) {
                    assertArrayEquals(
                            entries.get(entry.getName()),
                            file.getInputStream(entry).readAllBytes());
                }
            }
        }
        assertEquals("META-INF/MANIFEST.MF", names.get(0));
        assertEquals(51, names.size());
        byte[] first = Files.readAllBytes(jar);
        assertArrayEquals(
                first, JarFileWriter.toBytes(JarManifest.of(Map.of("Implementation-Title", "x".repeat(200))), entries));
    }

    /** Random, repetitive and textual bytes, of many sizes. */
    private static byte[] sample(Random random, int round) {
        int size = round < 5 ? round : random.nextInt(round % 50 == 0 ? 300_000 : 5_000);
        byte[] bytes = new byte[size];
        switch (round % 4) {
            case 0 -> random.nextBytes(bytes);
            case 1 -> java.util.Arrays.fill(bytes, (byte) round);
            case 2 -> {
                byte[] word = "message Order { string id = 2; } ".getBytes(StandardCharsets.UTF_8);
                for (int at = 0; at < size; at++) {
                    bytes[at] = random.nextInt(40) == 0 ? (byte) random.nextInt() : word[at % word.length];
                }
            }
            default -> {
                for (int at = 0; at < size; at++) {
                    bytes[at] = (byte) ('a' + random.nextInt(4));
                }
            }
        }
        return bytes;
    }
}
