package dev.concordat.check.input;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.concordat.schema.ContractException;
import dev.concordat.schema.Failure;
import dev.concordat.schema.Problem;
import dev.concordat.schema.config.Dependency;
import dev.concordat.schema.config.ImportedJar;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DependencyFilesTest {
    private static final String MONEY = "acme/money.proto";

    @TempDir
    private Path directory;

    private final List<Dependency> wanted = new ArrayList<>();

    @Test
    void takesWhatTwoJarsSayAlike() throws IOException, ContractException {
        add("one", jar(MONEY, "same"));
        add("two", jar(MONEY, "same"));
        assertEquals(Optional.empty(), files().objection(MONEY));
        assertArrayEquals(
                "same".getBytes(StandardCharsets.UTF_8),
                files().find(MONEY).orElseThrow().text().bytes());
        assertEquals("one", files().jar(MONEY).orElseThrow().artifact());
    }

    @Test
    void objectsToWhatTwoJarsSayDifferently() throws IOException, ContractException {
        add("one", jar(MONEY, "units"));
        add("two", jar(MONEY, "cents"));
        assertEquals(
                "\"acme/money.proto\" is in buf.build/acme/one (com.acme:one:1.0) and, with another content, in "
                        + "buf.build/acme/two (com.acme:two:1.0). Name versions of the two that agree, or remove one.",
                files().objection(MONEY).map(Problem::toString).orElseThrow());
        assertEquals(Optional.empty(), files().objection("acme/other.proto"));
    }

    @Test
    void neverLooksIntoBufsCacheForWhatAJarStandsFor() throws IOException, ContractException {
        add("one", jar("acme/other.proto", "other"));
        Dependency pinned = wanted.get(0);
        wanted.set(
                0,
                new Dependency(
                        pinned.name(),
                        Optional.of(new Dependency.Pin("ab", "b5:" + "0".repeat(128))),
                        Optional.of(new ImportedJar("com.acme", "one", "1.0", Optional.of("0".repeat(64))))));
        assertTrue(files().objection(MONEY).orElseThrow().message().contains("which was not fetched yet"));
    }

    @Test
    void refusesAJarThatChangedWhereItIsKept() throws IOException, ContractException {
        add("one", jar(MONEY, "units"));
        Path kept = directory
                .resolve("imports")
                .resolve(wanted.get(0).jar().orElseThrow().sha256().orElseThrow() + ".jar");
        Files.write(kept, jar(MONEY, "cents"));
        ContractException e = assertThrows(ContractException.class, this::files);
        assertEquals(Failure.NO_ANSWER, e.failure());
        assertTrue(String.valueOf(e.getMessage()).contains("has changed since"), e.getMessage());
    }

    @Test
    void refusesAJarThatIsNoArchive() throws ContractException {
        byte[] content = "no archive".getBytes(StandardCharsets.UTF_8);
        add("one", content);
        ContractException e = assertThrows(ContractException.class, this::files);
        assertEquals(Failure.NO_ANSWER, e.failure());
        assertEquals(
                "com.acme:one:1.0", e.problems().get(0).place().orElseThrow().path());
    }

    private void add(String artifact, byte[] jar) throws ContractException {
        new ImportCache(directory).keep(jar);
        ImportedJar imported = new ImportedJar("com.acme", artifact, "1.0", Optional.of(ImportCache.sha256(jar)));
        wanted.add(new Dependency("buf.build/acme/" + artifact, Optional.empty(), Optional.of(imported)));
    }

    private DependencyFiles files() throws ContractException {
        return DependencyFiles.of(
                wanted, new Dependencies(new BufCache(directory.resolve("buf")), new ImportCache(directory)));
    }

    private static byte[] jar(String path, String content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(path));
            zip.write(content.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
