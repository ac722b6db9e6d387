package dev.concordat.cli.export;

import dev.concordat.schema.ContractException;
import dev.concordat.schema.Failure;
import dev.concordat.schema.Place;
import dev.concordat.schema.Problem;
import dev.concordat.schema.source.FileReason;
import dev.concordat.schema.source.PathRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Where an export goes: a directory that appears with all its files or not at all, and that is never written over another one. */
public final class ExportDirectory {
    private final String printed;
    private final Path directory;

    /** The directory, and how it was called. */
    public ExportDirectory(String printed, Path directory) {
        this.printed = printed;
        this.directory = directory.toAbsolutePath().normalize();
    }

    /**
     * Writes the files, unless they are all there already.
     *
     * @throws ContractException of kind CONTRACT, when a name is not one everywhere; of kind CONFIGURATION, when the directory holds anything else; of kind NO_ANSWER, when it cannot be written
     */
    public void write(Export export) throws ContractException {
        refuseOddNames(export.files());
        try {
            if (!isVacant()) {
                if (holdsExactly(export.files())) {
                    return;
                }
                throw ContractException.of(
                        Failure.CONFIGURATION,
                        "\"%s\" exists and is not empty; nothing in it is overwritten.".formatted(printed),
                        "Name a new directory, or empty this one.");
            }
            Path parent = directory.getParent();
            if (parent == null) {
                throw new IOException("it is a root directory");
            }
            Files.createDirectories(parent);
            Path written = Files.createTempDirectory(parent, ".concordat-export-");
            try {
                writeFiles(export.files(), Files.createDirectory(written.resolve("files")));
                Files.move(
                        written.resolve("files"),
                        directory,
                        StandardCopyOption.ATOMIC_MOVE,
                        StandardCopyOption.REPLACE_EXISTING);
            } finally {
                delete(written);
            }
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** Whoever gets the files may have another system than whoever made them. */
    private static void refuseOddNames(Map<String, byte[]> files) throws ContractException {
        List<Problem> problems = files.keySet().stream()
                .flatMap(path -> PathRules.objection(path).stream()
                        .map(objection -> Problem.at(
                                Place.of(path),
                                "The path %s %s, and such files are not exported."
                                        .formatted(PathRules.quoted(path), objection),
                                "Rename it, or leave it out with --exclude-path.")))
                .toList();
        if (!problems.isEmpty()) {
            throw new ContractException(Failure.CONTRACT, problems);
        }
    }

    private boolean isVacant() throws IOException {
        if (!Files.exists(directory, LinkOption.NOFOLLOW_LINKS)) {
            return true;
        }
        if (!Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.findAny().isEmpty();
        }
    }

    private boolean holdsExactly(Map<String, byte[]> files) throws IOException {
        List<Path> found;
        try (Stream<Path> walk = Files.walk(directory)) {
            found = walk.filter(path -> !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
                    .toList();
        }
        if (found.size() != files.size()) {
            return false;
        }
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path path = directory.resolve(file.getKey());
            if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)
                    || !Arrays.equals(Files.readAllBytes(path), file.getValue())) {
                return false;
            }
        }
        return true;
    }

    private static void writeFiles(Map<String, byte[]> files, Path root) throws IOException {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path path = root.resolve(file.getKey());
            Path above = path.getParent();
            Files.createDirectories(above == null ? root : above);
            Files.write(path, file.getValue());
        }
    }

    private static void delete(Path directory) throws IOException {
        List<Path> content;
        try (Stream<Path> walk = Files.walk(directory)) {
            content = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : content) {
            Files.delete(path);
        }
    }

    private ContractException failed(IOException e) {
        return ContractException.of(
                Failure.NO_ANSWER,
                "\"%s\" cannot be written: %s.".formatted(printed, FileReason.of(e)),
                "Check that the directory above it is writable and has space.");
    }
}
