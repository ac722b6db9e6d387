package dev.concordat.schema.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

final class FileReasonTest {
    @TempDir
    private Path directory;

    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = Files.writeString(directory.resolve("file"), "");
    }

    @Test
    void saysInWordsWhatJavaSaysByATypeAlone() {
        Path missing = directory.resolve("missing");
        assertSaid("there is no such file or directory", missing, () -> Files.readString(missing));
        assertSaid("something is there already", file, () -> Files.createDirectory(file));
        assertSaid("it is no directory", file, () -> Files.newDirectoryStream(file));
        assertSaid("the directory is not empty", directory, () -> Files.delete(directory));
        // Whoever runs tests may be permitted everything.
        assertSaid("permission denied", file, () -> {
            throw new AccessDeniedException(file.toString());
        });
    }

    @Test
    void saysWhatTheSystemSays() {
        IOException problem = assertThrows(IOException.class, () -> Files.readAllBytes(directory));
        assertEquals("Is a directory", FileReason.of(problem));
    }

    @Test
    void saysTheKindOfWhatSaysNothing() {
        assertEquals("IOException", FileReason.of(new IOException()));
    }

    private static void assertSaid(String reason, Path file, Executable failing) {
        IOException problem = assertThrows(IOException.class, failing);
        assertEquals(reason, FileReason.of(problem));
        assertEquals(file + ": " + reason, FileReason.withFile(problem));
    }
}
