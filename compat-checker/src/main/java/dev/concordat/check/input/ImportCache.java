package dev.concordat.check.input;

import dev.concordat.schema.ContractException;
import dev.concordat.schema.ContractFile;
import dev.concordat.schema.Failure;
import dev.concordat.schema.Place;
import dev.concordat.schema.config.ImportedJar;
import dev.concordat.schema.source.JarContracts;
import dev.concordat.schema.source.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/** The jars that {@code concordat fetch} has kept on this machine, each named by its digest. What is read from one is what was hashed. */
public final class ImportCache {
    private static final long SIZE_LIMIT = 256L << 20;

    private final Path directory;

    /** The jars below a directory of this user's caches, which need not be there. */
    public ImportCache(Path cache) {
        this.directory = cache.resolve("imports");
    }

    /** The contract files of a jar by import path, empty when it has no digest yet or is not kept here. */
    public Optional<Map<String, ContractFile>> find(ImportedJar jar) throws ContractException {
        if (jar.sha256().isEmpty()) {
            return Optional.empty();
        }
        Path kept = path(jar.sha256().get());
        Optional<byte[]> content = read(jar, kept);
        if (content.isEmpty()) {
            return Optional.empty();
        }
        String digest = sha256(content.get());
        if (!digest.equals(jar.sha256().get())) {
            throw ContractException.at(
                    Failure.NO_ANSWER,
                    Place.of(jar.toString()),
                    "The jar that was kept has changed since: its SHA-256 digest is %s, not %s."
                            .formatted(digest, jar.sha256().get()),
                    "Delete \"%s\" and run \"concordat fetch\".".formatted(kept));
        }
        return Optional.of(JarContracts.read(jar.toString(), content.get()));
    }

    /** Keeps the content of a jar; it is there as a whole or not at all. */
    public void keep(byte[] content) throws ContractException {
        Path kept = path(sha256(content));
        try {
            Files.createDirectories(directory);
            WholeFile.write(kept, content);
        } catch (IOException e) {
            throw ContractException.of(
                    Failure.NO_ANSWER,
                    "A jar cannot be kept in \"%s\": %s.".formatted(directory, e),
                    "Make the directory writable, or set XDG_CACHE_HOME to one that is.");
        }
    }

    /** The content of a jar's file, empty when there is none; one of more than 256 MiB is refused. */
    public static Optional<byte[]> read(ImportedJar jar, Path file) throws ContractException {
        try {
            if (Files.size(file) > SIZE_LIMIT) {
                throw ContractException.at(
                        Failure.NO_ANSWER,
                        Place.of(jar.toString()),
                        "The jar has %s bytes; more than 256 MiB are not read.".formatted(Files.size(file)),
                        "Name a smaller jar that holds the contracts.");
            }
            return Optional.of(Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw ContractException.of(
                    Failure.NO_ANSWER, "\"%s\" cannot be read: %s.".formatted(file, e), "Check its permissions.");
        }
    }

    /** The digest of a content, in hexadecimal. */
    public static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }

    private Path path(String sha256) {
        return directory.resolve(sha256 + ".jar");
    }
}
