package dev.concordat.schema.process;

import dev.concordat.schema.ContractFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A private temporary directory that is gone when it is closed, and when a signal ends this program. */
public final class ScratchDirectory implements AutoCloseable {
    private static final int ATTEMPTS = 10;
    private static final long PAUSE_MILLISECONDS = 20;

    private final Path path;
    private final Thread atExit;

    private ScratchDirectory(Path path) {
        this.path = path;
        this.atExit = new Thread(this::deleteAtExit, "concordat-scratch-end");
    }

    /** A new directory that only this user can read. */
    public static ScratchDirectory create(String prefix) throws IOException {
        ScratchDirectory scratch = new ScratchDirectory(Files.createTempDirectory(prefix));
        Ending.add(scratch.atExit);
        return scratch;
    }

    /** Where it is. */
    public Path path() {
        return path;
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
        delete();
        Ending.withdraw(atExit);
    }

    private void delete() throws IOException {
        List<Path> content;
        try (Stream<Path> walk = Files.walk(path)) {
            content = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path entry : content) {
            Files.deleteIfExists(entry);
        }
    }

    /** Those who write into it may still do so. */
    private void deleteAtExit() {
        for (int attempt = 0; attempt < ATTEMPTS && Files.exists(path); attempt++) {
            try {
                delete();
            } catch (IOException | UncheckedIOException e) {
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
