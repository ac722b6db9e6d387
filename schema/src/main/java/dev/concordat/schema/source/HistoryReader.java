package dev.concordat.schema.source;

import java.io.IOException;
import java.util.Optional;
import org.eclipse.jgit.errors.CorruptObjectException;
import org.eclipse.jgit.internal.storage.commitgraph.CommitGraph;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;

/** Reads commits and tags for walks: their content has the id it is asked by, and no index beside them is believed. */
final class HistoryReader extends ObjectReader.Filter {
    private static final int LIMIT = 4 << 20;

    private final ObjectReader reader;

    private HistoryReader(ObjectReader reader) {
        this.reader = reader;
    }

    /** A walk over what a repository really holds. */
    static RevWalk walk(Repository repository) {
        return new Walk(new HistoryReader(repository.newObjectReader()));
    }

    @Override
    protected ObjectReader delegate() {
        return reader;
    }

    @Override
    public ObjectReader newReader() {
        return new HistoryReader(reader.newReader());
    }

    @Override
    public ObjectLoader open(AnyObjectId id) throws IOException {
        return open(id, OBJ_ANY);
    }

    @Override
    public ObjectLoader open(AnyObjectId id, int typeHint) throws IOException {
        ObjectLoader loader = reader.open(id, typeHint);
        int type = loader.getType();
        if (type != Constants.OBJ_COMMIT && type != Constants.OBJ_TAG) {
            return loader;
        }
        byte[] content = loader.getCachedBytes(LIMIT);
        if (!GitObjects.isContentOf(id, type, content)) {
            throw new CorruptObjectException(id.toObjectId(), "its content has another id");
        }
        return new ObjectLoader.SmallObject(type, content);
    }

    /** A commit graph says what parents a commit has, and nothing checks it. */
    @Override
    public Optional<CommitGraph> getCommitGraph() {
        return Optional.empty();
    }

    /** A walk that closes its reader, which only walks over a repository do by themselves. */
    private static final class Walk extends RevWalk {
        private Walk(HistoryReader reader) {
            super(reader);
        }

        @Override
        public void close() {
            super.close();
            getObjectReader().close();
        }
    }
}
