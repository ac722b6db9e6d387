package dev.concordat.schema.source;

import dev.concordat.schema.ContractException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.ObjectId;

/** A tree of files that can be listed, and read by several threads at once; paths are relative to its root, with {@code /}. */
public interface FileTree {
    /** The size up to which a file is read. */
    int FILE_LIMIT = 4 << 20;

    /** What the tree is, for messages. */
    String description();

    /** The tree of the directory that this one is in, empty at the top. */
    default Optional<FileTree> parent() {
        return Optional.empty();
    }

    /** What the tree's own directory is called there, {@code .} at the top. */
    default String name() {
        return ".";
    }

    /** Every regular file below a directory, sorted; none when there is no such directory. The root is {@code .}. Symbolic links are left out. */
    List<String> files(String directory) throws ContractException;

    /** Whether there is a directory of this path, with something in it that is read. */
    default boolean hasDirectory(String path) throws ContractException {
        return !files(path).isEmpty();
    }

    /**
     * The links below a directory that leave out contracts, sorted: those that are named like one, or lead to a directory that holds some and is not
     * around them. Where links are refused as soon as they are listed, there are none.
     */
    default List<String> links(String directory) throws ContractException {
        return List.of();
    }

    /** The content of a file, or empty when there is none of this path; a link and a file over 4 MiB are refused. */
    Optional<byte[]> read(String path) throws ContractException;

    /** The git directory of the clone that the files are of, which its worktrees share; empty where they are of none. */
    default Optional<Path> gitDirectory() {
        return Optional.empty();
    }

    /** Git's id of the content of a file, empty where it is not known without reading the file. */
    default Optional<ObjectId> blobId(String path) throws ContractException {
        return Optional.empty();
    }
}
