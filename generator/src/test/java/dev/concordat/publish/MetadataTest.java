package dev.concordat.publish;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.concordat.generate.Coordinates;
import dev.concordat.schema.ContractException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MetadataTest {
    private static final Coordinates PROJECT = new Coordinates("com.example", "proto-shop", "1.0.0");
    private static final Instant TIME = Instant.parse("2026-03-01T11:00:00Z");
    private static final String PATH = "com/example/proto-shop/maven-metadata.xml";

    @TempDir
    private Path directory;

    @Test
    void hasTheChecksumsThatMavenKeepsUpToDateAndNoOthers() throws IOException, ContractException {
        list("1.0.0");
        try (Stream<Path> files = Files.list(directory.resolve(PATH).getParent())) {
            assertEquals(
                    List.of("maven-metadata.xml", "maven-metadata.xml.md5", "maven-metadata.xml.sha1"),
                    files.map(file -> file.getFileName().toString()).sorted().toList());
        }
        assertChecksums();
    }

    @Test
    void ofAnInterruptedRunIsMadeWhole() throws IOException, ContractException {
        list("1.0.0");
        byte[] earlier = Files.readAllBytes(directory.resolve(PATH + ".sha1"));
        list("1.0.0", "1.1.0");
        Files.write(directory.resolve(PATH + ".sha1"), earlier);
        Files.delete(directory.resolve(PATH + ".md5"));
        byte[] metadata = Files.readAllBytes(directory.resolve(PATH));
        list("1.0.0", "1.1.0");
        assertArrayEquals(metadata, Files.readAllBytes(directory.resolve(PATH)));
        assertChecksums();
    }

    @Test
    void keepsWhatOthersListed() throws IOException, ContractException {
        list("1.0.0", "2.0.0");
        list("1.10.0", "1.9.0");
        String text = Files.readString(directory.resolve(PATH));
        assertEquals(
                List.of("1.0.0", "1.9.0", "1.10.0", "2.0.0"),
                text.lines()
                        .filter(line -> line.contains("<version>"))
                        .map(line -> line.replaceAll("</?version>", "").strip())
                        .toList());
        assertTrue(text.contains("<release>2.0.0</release>"), text);
    }

    private void list(String... versions) throws ContractException {
        Metadata.list(new FileRepository(directory), PROJECT, new TreeSet<>(List.of(versions)), TIME);
    }

    private void assertChecksums() throws IOException {
        byte[] bytes = Files.readAllBytes(directory.resolve(PATH));
        assertEquals(Digests.hex("SHA-1", bytes), Files.readString(directory.resolve(PATH + ".sha1")));
        assertEquals(Digests.hex("MD5", bytes), Files.readString(directory.resolve(PATH + ".md5")));
        assertFalse(Files.exists(directory.resolve(PATH + ".sha256")));
    }
}
