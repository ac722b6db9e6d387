package dev.concordat.schema.source;

import dev.concordat.schema.ContractException;
import dev.concordat.schema.source.GitObjects.GitEntry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.dircache.DirCacheTree;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.jspecify.annotations.Nullable;

/**
 * What the index of a clone knows: the content of files that nothing touched since git looked at them, and of trees. It spares reading, and nothing
 * else: whatever it does not know for sure is read.
 */
final class GitIndex {
    /** The one read last: a working tree and a commit of its clone are mostly looked at together. */
    private static @Nullable GitIndex last;

    private final DirCache entries;
    private final Path file;
    private final Path gitDirectory;
    private final Instant written;
    private @Nullable Map<ObjectId, DirCacheTree> trees;

    private GitIndex(DirCache entries, Path file, Path gitDirectory, Instant written) {
        this.entries = entries;
        this.file = file;
        this.gitDirectory = gitDirectory;
        this.written = written;
    }

    /** The index of a repository; empty when it has none that can be read, such as a bare one. */
    static synchronized Optional<GitIndex> of(Repository repository) {
        try {
            if (repository.isBare() || !repository.getIndexFile().isFile()) {
                return Optional.empty();
            }
            Path file = repository.getIndexFile().toPath().toRealPath();
            Instant written = Files.getLastModifiedTime(file).toInstant();
            GitIndex known = last;
            if (known == null || !known.file.equals(file) || !known.written.equals(written)) {
                known = new GitIndex(
                        repository.readDirCache(),
                        file,
                        repository.getCommonDirectory().toPath(),
                        written);
                last = known;
            }
            return Optional.of(known);
        } catch (IOException | RuntimeException e) {
            // Of a kind that JGit does not know, or being written: then it knows nothing.
            return Optional.empty();
        }
    }

    /**
     * The blob that a file of the working tree is, if it was not touched since git saw it: of the same size, of the same time, and older than the
     * index, for a younger one may have been written after git looked (the index is "racy" then).
     *
     * @param path the path from the top of the working tree
     */
    Optional<ObjectId> blob(String path, BasicFileAttributes file) {
        DirCacheEntry entry = entries.getEntry(path);
        if (entry == null || !isFile(entry)) {
            return Optional.empty();
        }
        Instant modified = file.lastModifiedTime().toInstant();
        boolean untouched = entry.getLength() == file.size()
                && entry.getLastModifiedInstant().equals(modified)
                && modified.isBefore(written);
        return untouched ? Optional.of(entry.getObjectId()) : Optional.empty();
    }

    /** The git directory of the clone, which its worktrees share. */
    Path gitDirectory() {
        return gitDirectory;
    }

    /** Every file of a tree, named by the path in it; empty when the index does not know the tree, or it holds anything but files. */
    Optional<List<GitEntry>> files(ObjectId tree) {
        DirCacheTree known = trees().get(tree);
        if (known == null) {
            return Optional.empty();
        }
        String prefix = known.getPathString();
        List<GitEntry> files = new ArrayList<>();
        for (DirCacheEntry entry : prefix.isEmpty() ? all() : entries.getEntriesWithin(prefix)) {
            String path = new String(entry.getRawPath(), StandardCharsets.UTF_8);
            if (!isFile(entry) || PathRules.hasControl(path)) {
                return Optional.empty();
            }
            files.add(new GitEntry(path.substring(prefix.length()), entry.getFileMode(), entry.getObjectId()));
        }
        return files.size() == known.getEntrySpan() ? Optional.of(files) : Optional.empty();
    }

    private DirCacheEntry[] all() {
        DirCacheEntry[] all = new DirCacheEntry[entries.getEntryCount()];
        for (int at = 0; at < all.length; at++) {
            all[at] = entries.getEntry(at);
        }
        return all;
    }

    private static boolean isFile(DirCacheEntry entry) {
        FileMode mode = entry.getFileMode();
        return entry.getStage() == DirCacheEntry.STAGE_0
                && (FileMode.REGULAR_FILE.equals(mode) || FileMode.EXECUTABLE_FILE.equals(mode));
    }

    private synchronized Map<ObjectId, DirCacheTree> trees() {
        Map<ObjectId, DirCacheTree> known = trees;
        if (known == null) {
            known = new HashMap<>();
            DirCacheTree root = entries.getCacheTree(false);
            List<DirCacheTree> open = new ArrayList<>(root == null ? List.of() : List.of(root));
            while (!open.isEmpty()) {
                DirCacheTree tree = open.remove(open.size() - 1);
                if (tree.isValid()) {
                    known.put(tree.getObjectId(), tree);
                }
                for (int child = 0; child < tree.getChildCount(); child++) {
                    open.add(tree.getChild(child));
                }
            }
            trees = known;
        }
        return known;
    }

    /** The index of the clone that a directory lies in, with the path that leads to the directory there. */
    static Optional<Around> around(Path directory) {
        try (GitRepository repository = GitRepository.openAny(directory)) {
            Path top = repository.jgit().isBare() ? null : repository.workTree().toAbsolutePath();
            Path inside = directory.toAbsolutePath().normalize();
            if (top == null || !inside.startsWith(top)) {
                return Optional.empty();
            }
            String prefix = top.relativize(inside).toString().replace('\\', '/');
            return of(repository.jgit()).map(index -> new Around(index, top, prefix.isEmpty() ? "" : prefix + "/"));
        } catch (ContractException e) {
            // In no clone, or in one that is damaged, which is no reason not to read a directory.
            return Optional.empty();
        }
    }

    /**
     * An index, seen from a directory.
     *
     * @param top the top of the working tree
     * @param prefix the path of the directory from the top, empty or ending with a slash
     */
    record Around(GitIndex index, Path top, String prefix) {}
}
