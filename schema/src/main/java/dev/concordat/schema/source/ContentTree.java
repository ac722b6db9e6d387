package dev.concordat.schema.source;

import dev.concordat.schema.ContractException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;

/** A tree whose files have the ids of what was read of them, whatever else claims to know what they hold. */
public final class ContentTree implements FileTree {
    private final FileTree tree;
    private final Map<String, ObjectId> ids = new ConcurrentHashMap<>();

    /** The files of a tree, known by their content alone. */
    public ContentTree(FileTree tree) {
        this.tree = tree;
    }

    @Override
    public String description() {
        return tree.description();
    }

    @Override
    public Optional<FileTree> parent() {
        return tree.parent();
    }

    @Override
    public String name() {
        return tree.name();
    }

    @Override
    public List<String> files(String directory) throws ContractException {
        return tree.files(directory);
    }

    @Override
    public List<String> links(String directory) throws ContractException {
        return tree.links(directory);
    }

    @Override
    public boolean isSharedByThreads() {
        return tree.isSharedByThreads();
    }

    @Override
    public Optional<byte[]> read(String path) throws ContractException {
        Optional<byte[]> content = tree.read(path);
        content.ifPresent(bytes -> ids.put(path, GitObjects.idOf(Constants.OBJ_BLOB, bytes)));
        return content;
    }

    /** The id of what was read last, or is read now. */
    @Override
    public Optional<ObjectId> blobId(String path) throws ContractException {
        if (!ids.containsKey(path)) {
            read(path);
        }
        return Optional.ofNullable(ids.get(path));
    }
}
