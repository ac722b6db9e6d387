package dev.concordat.schema.source;

import dev.concordat.schema.ContractException;
import dev.concordat.schema.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheEntry;

/** Tells what a sparse checkout left out of a working tree, which is not deleted there. */
public final class SparseCheckout {
    private static final String PATTERNS = "info/sparse-checkout";

    private SparseCheckout() {}

    /** What to know of a directory's contracts where some of them are left out; empty also where it is in no clone that can be read. */
    public static Optional<String> note(Path directory) {
        try (GitRepository repository = GitRepository.open(directory)) {
            Path top = repository.workTree().toRealPath();
            Path real = directory.toRealPath();
            List<String> contracts = leftOut(repository).stream()
                    .filter(path -> path.endsWith(".proto") && top.resolve(path).startsWith(real))
                    .toList();
            return contracts.isEmpty() ? Optional.empty() : Optional.of(note(contracts));
        } catch (ContractException | IOException e) {
            return Optional.empty();
        }
    }

    private static String note(List<String> contracts) {
        int more = contracts.size() - 1;
        return "This checkout is sparse: %s %s. Run \"git sparse-checkout disable\", or compare a commit, such as \".git#ref=HEAD\"."
                .formatted(
                        PathRules.quoted(contracts.get(0)),
                        more == 0
                                ? "is not in it and counts as deleted"
                                : "and %s more are not in it and count as deleted".formatted(more));
    }

    /** The files that are left out. */
    public static List<String> leftOut(GitRepository repository) throws ContractException {
        if (!Files.exists(repository.jgit().getDirectory().toPath().resolve(PATTERNS))) {
            return List.of();
        }
        try {
            return leftOut(repository.jgit().readDirCache(), repository.workTree());
        } catch (IOException | RuntimeException e) {
            // JGit takes the directories of a sparse index for damage.
            throw ContractException.of(
                    Failure.NO_ANSWER,
                    "The index cannot be read: it is damaged, or a sparse index, of which directories are entries.",
                    "Run \"git sparse-checkout reapply --no-sparse-index\", or \"git sparse-checkout disable\".");
        }
    }

    private static List<String> leftOut(DirCache index, Path workTree) {
        List<String> leftOut = new ArrayList<>();
        for (int at = 0; at < index.getEntryCount(); at++) {
            DirCacheEntry entry = index.getEntry(at);
            if (entry.isSkipWorkTree()
                    && !Files.exists(workTree.resolve(entry.getPathString()), LinkOption.NOFOLLOW_LINKS)) {
                leftOut.add(entry.getPathString());
            }
        }
        return leftOut;
    }
}
