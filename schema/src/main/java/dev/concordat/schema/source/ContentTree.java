package dev.concordat.schema.source;

import dev.concordat.schema.ContractException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;

/**
 * A tree whose files have the ids of what was read of them, whatever else claims to know what they hold. A file that git checked out with carriage
 * returns is read as it was committed: it is the same.
 */
public final class ContentTree implements FileTree {
    private final FileTree tree;
    private final Optional<FileTree> committed;
    private final Map<String, ObjectId> ids = new ConcurrentHashMap<>();

    /**
     * The files of a tree, known by their content alone.
     *
     * @param committed the files of the commit that is checked out
     */
    public ContentTree(FileTree tree, Optional<FileTree> committed) {
        this.tree = tree;
        this.committed = committed;
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
    public Optional<byte[]> read(String path) throws ContractException {
        Optional<byte[]> content = tree.read(path);
        if (content.isEmpty()) {
            return content;
        }
        byte[] bytes = asCommitted(path, content.get());
        ids.put(path, GitObjects.idOf(Constants.OBJ_BLOB, bytes));
        return Optional.of(bytes);
    }

    private byte[] asCommitted(String path, byte[] content) throws ContractException {
        byte[] lines = LineEnds.withoutCarriageReturns(content);
        if (committed.isEmpty() || lines.length == content.length) {
            return content;
        }
        Optional<ObjectId> recorded = committed.get().blobId(path);
        return recorded.isPresent() && GitObjects.isContentOf(recorded.get(), Constants.OBJ_BLOB, lines)
                ? lines
                : content;
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
