package dev.concordat.publish;

import dev.concordat.schema.ContractException;
import java.util.Optional;

/** A Maven repository, file by file. Paths are relative to its root, with slashes. */
public interface ArtifactRepository {

    /** What it is, for a sentence. */
    String description();

    /** The bytes of a file, if it is there. */
    Optional<byte[]> read(String path) throws ContractException;

    /**
     * Creates a file that is not there yet.
     *
     * @throws ContractException of kind CONFLICT, when it is there with other bytes; the same bytes are fine
     */
    void create(String path, byte[] bytes) throws ContractException;

    /** Writes a file that may change: metadata and its checksums. */
    void replace(String path, byte[] bytes) throws ContractException;
}
