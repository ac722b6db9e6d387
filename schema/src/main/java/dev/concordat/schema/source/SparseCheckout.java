package dev.concordat.schema.source;

import dev.concordat.schema.ContractException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheEntry;

/** Tells what a sparse checkout left out of a working tree, which is not deleted there. */
public final class SparseCheckout {
    private static final String PATTERNS = "info/sparse-checkout";

    private SparseCheckout() {}

    /** The files that are left out. */
    public static List<String> leftOut(GitRepository repository) throws ContractException {
        boolean sparse = Files.exists(repository.jgit().getDirectory().toPath().resolve(PATTERNS));
        return sparse
                ? GitObjects.ask("The index", () -> leftOut(repository.jgit().readDirCache(), repository.workTree()))
                : List.of();
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
