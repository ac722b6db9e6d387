package dev.concordat.publish;

import dev.concordat.schema.ContractException;
import dev.concordat.schema.Failure;
import dev.concordat.schema.source.FileReason;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/**
 * A repository in a directory. A file is written under another name, forced to the disk and then linked to its own: linking fails when the name is taken,
 * so of two writers one wins, and a reader sees all of a file or nothing. (An atomic move would overwrite.)
 */
final class FileRepository implements ArtifactRepository {
    private final Path root;

    FileRepository(Path root) {
        this.root = root;
    }

    @Override
    public String description() {
        return root.toString();
    }

    @Override
    public Optional<byte[]> read(String path) throws ContractException {
        try {
            return Optional.of(Files.readAllBytes(root.resolve(path)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw failed(path, e);
        }
    }

    @Override
    public void create(String path, byte[] bytes) throws ContractException {
        Path file = root.resolve(path);
        try {
            Path written = write(file, bytes);
            try {
                link(written, file);
            } catch (FileAlreadyExistsException e) {
                if (!Arrays.equals(Files.readAllBytes(file), bytes)) {
                    throw Conflict.problem(path, description(), bytes, Files.readAllBytes(file));
                }
            } finally {
                Files.deleteIfExists(written);
            }
            force(directory(file));
        } catch (IOException e) {
            throw failed(path, e);
        }
    }

    @Override
    public void replace(String path, byte[] bytes) throws ContractException {
        Path file = root.resolve(path);
        try {
            Files.move(write(file, bytes), file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            force(directory(file));
        } catch (IOException e) {
            throw failed(path, e);
        }
    }

    /** Where the file system has no links, creating fails just as well when the name is taken, but a reader may see a part. */
    private static void link(Path written, Path file) throws IOException {
        try {
            Files.createLink(file, written);
        } catch (UnsupportedOperationException e) {
            Files.write(file, Files.readAllBytes(written), StandardOpenOption.CREATE_NEW);
        }
    }

    private static Path write(Path file, byte[] bytes) throws IOException {
        Files.createDirectories(directory(file));
        Path written = Files.createTempFile(directory(file), ".concordat-", ".tmp");
        try {
            fill(written, bytes);
            return written;
        } catch (IOException e) {
            // Where there is no space, what was begun takes what is left.
            Files.deleteIfExists(written);
            throw e;
        }
    }

    private static void fill(Path written, byte[] bytes) throws IOException {
        Files.write(written, bytes);
        try (FileChannel channel = FileChannel.open(written, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        if (Files.getFileStore(written).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(written, PosixFilePermissions.fromString("rw-r--r--"));
        }
    }

    private static Path directory(Path file) {
        return Objects.requireNonNull(file.getParent(), "A file of a repository has a directory.");
    }

    /** Makes a new name as lasting as the file; systems that cannot open directories need no such call. */
    private static void force(Path directory) {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            return;
        }
    }

    private ContractException failed(String path, IOException e) {
        return ContractException.of(
                Failure.NO_ANSWER,
                "\"%s\" in repository %s cannot be read or written: %s."
                        .formatted(path, description(), FileReason.withFile(e)),
                "Check that the directory is writable and has space, then run the command again: it goes on where it stopped.");
    }
}
