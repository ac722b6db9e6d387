package dev.concordat.cli;

import dev.concordat.schema.ContractException;
import dev.concordat.schema.source.GitRepository;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.internal.storage.pack.PackWriter;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.TagBuilder;

/** The git repository of a rehearsal, made without a git command, which need not be there. */
final class RehearsalRepository {
    private static final PersonIdent NOBODY =
            new PersonIdent("Nobody", "nobody@example.com", Instant.EPOCH, ZoneOffset.UTC);

    private final Path directory;

    private RehearsalRepository(Path directory) {
        this.directory = directory;
    }

    /** Makes a directory a repository without commits. */
    static RehearsalRepository create(Path directory) throws IOException {
        Files.createDirectories(directory.resolve(".git/objects"));
        Files.createDirectories(directory.resolve(".git/refs/heads"));
        Files.writeString(directory.resolve(".git/HEAD"), "ref: refs/heads/main\n");
        Files.writeString(directory.resolve(".git/config"), "[core]\n\trepositoryformatversion = 0\n\tbare = false\n");
        Files.createDirectories(directory.resolve(".git/info"));
        Files.writeString(directory.resolve(".git/info/attributes"), "*.bin filter=lfs\n");
        return new RehearsalRepository(directory);
    }

    /** Commits files as they are, by their paths in the directory. */
    void commit(List<String> files) throws IOException, ContractException {
        try (GitRepository repository = GitRepository.open(directory);
                ObjectInserter inserter = repository.jgit().newObjectInserter()) {
            ObjectId tree = index(files, repository.jgit(), inserter);
            ObjectId parent = repository.jgit().resolve(Constants.HEAD);
            CommitBuilder commit = new CommitBuilder();
            commit.setTreeId(tree);
            commit.setParentIds(parent == null ? List.of() : List.of(parent));
            commit.setAuthor(NOBODY);
            commit.setCommitter(NOBODY);
            commit.setMessage("Contracts");
            RefUpdate head = repository.jgit().updateRef(Constants.HEAD);
            head.setNewObjectId(inserter.insert(commit));
            inserter.flush();
            head.update();
        }
    }

    /** Packs all objects, as those of every clone are. */
    void pack() throws IOException, ContractException {
        Path packs = Files.createDirectories(directory.resolve(".git/objects/pack"));
        try (GitRepository repository = GitRepository.open(directory);
                PackWriter writer = new PackWriter(repository.jgit())) {
            writer.setDeltaBaseAsOffset(true);
            ObjectId head = repository.jgit().resolve(Constants.HEAD);
            writer.preparePack(NullProgressMonitor.INSTANCE, Set.of(head), Set.of());
            String name = "pack-" + writer.computeName().name();
            try (OutputStream pack = Files.newOutputStream(packs.resolve(name + ".pack"))) {
                writer.writePack(NullProgressMonitor.INSTANCE, NullProgressMonitor.INSTANCE, pack);
            }
            try (OutputStream index = Files.newOutputStream(packs.resolve(name + ".idx"))) {
                writer.writeIndex(index);
            }
        }
    }

    /** Tags a commit; as in a clone, the tags are in one file, in the order of their names. */
    void tag(String name, String revision, String message) throws IOException, ContractException {
        Path packed = directory.resolve(".git/packed-refs");
        try (GitRepository repository = GitRepository.open(directory);
                ObjectInserter inserter = repository.jgit().newObjectInserter()) {
            ObjectId commit = Objects.requireNonNull(repository.jgit().resolve(revision));
            TagBuilder tag = new TagBuilder();
            tag.setTag(name);
            tag.setObjectId(commit, Constants.OBJ_COMMIT);
            tag.setTagger(NOBODY);
            tag.setMessage(message);
            ObjectId id = inserter.insert(tag);
            inserter.flush();
            String before =
                    Files.exists(packed) ? Files.readString(packed) : "# pack-refs with: peeled fully-peeled sorted \n";
            Files.writeString(packed, before + "%s refs/tags/%s\n^%s\n".formatted(id.name(), name, commit.name()));
        }
    }

    /** Writes the index that git would, with the trees; files must be older than it to be believed unchanged. */
    private ObjectId index(List<String> files, Repository repository, ObjectInserter inserter) throws IOException {
        DirCache index = repository.lockDirCache();
        DirCacheBuilder builder = index.builder();
        for (String name : files) {
            Path file = directory.resolve(name);
            Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(60)));
            DirCacheEntry entry = new DirCacheEntry(name);
            entry.setFileMode(FileMode.REGULAR_FILE);
            entry.setLength(Files.size(file));
            entry.setLastModified(Files.getLastModifiedTime(file).toInstant());
            entry.setObjectId(inserter.insert(Constants.OBJ_BLOB, Files.readAllBytes(file)));
            builder.add(entry);
        }
        builder.finish();
        ObjectId tree = index.writeTree(inserter);
        index.write();
        if (!index.commit()) {
            throw new IOException("The index could not be written.");
        }
        return tree;
    }
}
