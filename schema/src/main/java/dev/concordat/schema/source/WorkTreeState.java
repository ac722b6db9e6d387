package dev.concordat.schema.source;

import dev.concordat.schema.ContractException;
import dev.concordat.schema.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;

/** What differs between the working tree and a commit, decided by content: no index, no filters, no hooks. */
final class WorkTreeState {
    private final Path workTree;
    private final GitTree commit;

    WorkTreeState(Path workTree, GitTree commit) {
        this.workTree = workTree;
        this.commit = commit;
    }

    /** Whether a file of the commit is gone or another, or a contract is new, be it a link to one. */
    boolean differs(List<String> paths) throws ContractException {
        DirectoryTree present = new DirectoryTree(workTree, "");
        for (String path : paths) {
            Map<String, ObjectId> recorded = new TreeMap<>(commit.blobs(path));
            commit.blob(path).ifPresent(id -> recorded.put(path, id));
            for (Map.Entry<String, ObjectId> file : recorded.entrySet()) {
                if (!holds(file.getKey(), file.getValue())) {
                    return true;
                }
            }
            Set<String> found = new HashSet<>(present.files(path));
            if (found.stream().anyMatch(file -> file.endsWith(".proto") && !recorded.containsKey(file))) {
                return true;
            }
            if (present.links(path).stream().anyMatch(link -> !commit.isLink(link))) {
                return true;
            }
            // What lies behind a link is not there, whatever it holds.
            if (recorded.keySet().stream().anyMatch(file -> !file.equals(path) && !found.contains(file))) {
                return true;
            }
            if (recorded.isEmpty() && Files.isRegularFile(workTree.resolve(path), LinkOption.NOFOLLOW_LINKS)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a file has the recorded bytes, or the same lines when git checked them out with carriage returns. */
    private boolean holds(String path, ObjectId recorded) throws ContractException {
        Path file = workTree.resolve(path);
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        try {
            long size = Files.size(file);
            if (size > FileTree.FILE_LIMIT) {
                try (ObjectInserter.Formatter formatter = new ObjectInserter.Formatter();
                        InputStream content = Files.newInputStream(file)) {
                    return formatter.idFor(Constants.OBJ_BLOB, size, content).equals(recorded);
                }
            }
            byte[] content = Files.readAllBytes(file);
            return GitObjects.isContentOf(recorded, Constants.OBJ_BLOB, content)
                    || GitObjects.isContentOf(recorded, Constants.OBJ_BLOB, LineEnds.withoutCarriageReturns(content));
        } catch (IOException e) {
            throw ContractException.of(
                    Failure.NO_ANSWER,
                    "%s cannot be read: %s.".formatted(PathRules.quoted(path), FileReason.of(e)),
                    "Check its permissions.");
        }
    }
}
