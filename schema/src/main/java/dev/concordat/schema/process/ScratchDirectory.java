package dev.concordat.schema.process;

import dev.concordat.schema.ContractFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A private temporary directory that is gone when it is closed. */
public record ScratchDirectory(Path path) implements AutoCloseable {

    /** A new directory that only this user can read. */
    public static ScratchDirectory create(String prefix) throws IOException {
        return new ScratchDirectory(Files.createTempDirectory(prefix));
    }

    /** Writes a contract below a directory, at its import path. */
    public static void write(Path directory, ContractFile file) throws IOException {
        Path target = directory.resolve(file.importPath()).normalize();
        if (!target.startsWith(directory)) {
            throw new IllegalStateException("Import path " + file.importPath() + " leaves the directory.");
        }
        Files.createDirectories(target.getParent());
        Files.write(target, file.text().bytes());
    }

    @Override
    public void close() throws IOException {
        List<Path> content;
        try (Stream<Path> walk = Files.walk(path)) {
            content = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path entry : content) {
            Files.deleteIfExists(entry);
        }
    }
}
