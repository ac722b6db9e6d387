package dev.concordat.schema.source;

import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jgit.lib.ObjectId;
import org.jspecify.annotations.Nullable;

/** What the clone around a directory knows of the contracts that were listed in it. */
final class ListedFiles {
    private final Path root;
    /** The contracts, as they were when they were listed. */
    private final Map<String, BasicFileAttributes> contracts = new ConcurrentHashMap<>();
    /** Where attributes may stand: in what was listed, and on the way there. */
    private final Set<String> attributeFiles = ConcurrentHashMap.newKeySet();

    private volatile @Nullable ConvertedFiles converted;

    /** The index around, if there is one, once it was looked for. */
    private GitIndex.@Nullable Around index;

    private volatile boolean indexKnown;

    ListedFiles(Path root) {
        this.root = root;
    }

    /**
     * Adds what a directory holds.
     *
     * @param found the paths of all files
     * @param seen what was seen of the contracts among them
     */
    void add(String directory, List<String> found, Map<String, BasicFileAttributes> seen) {
        contracts.putAll(seen);
        for (String file : found) {
            if (file.endsWith("/" + ConvertedFiles.ATTRIBUTES)) {
                attributeFiles.add(file);
            }
        }
        for (int slash = directory.indexOf('/'); slash >= 0; slash = directory.indexOf('/', slash + 1)) {
            attributeFiles.add(directory.substring(0, slash + 1) + ConvertedFiles.ATTRIBUTES);
        }
        converted = null;
    }

    /** Known of what git saw last and writes as it stores it, and nothing touched since. */
    Optional<ObjectId> blobId(String path) {
        BasicFileAttributes seen = contracts.get(path);
        GitIndex.Around around = seen == null ? null : index();
        return seen == null || around == null || converted(around).contains(around.prefix() + path)
                ? Optional.empty()
                : around.index().blob(around.prefix() + path, seen);
    }

    /** The git directory of the clone, which its worktrees share; empty where there is none. */
    Optional<Path> gitDirectory() {
        return Optional.ofNullable(index()).map(around -> around.index().gitDirectory());
    }

    private ConvertedFiles converted(GitIndex.Around around) {
        ConvertedFiles known = converted;
        if (known == null) {
            known = ConvertedFiles.of(around, root, attributeFiles);
            converted = known;
        }
        return known;
    }

    private GitIndex.@Nullable Around index() {
        if (!indexKnown) {
            findIndex();
        }
        return index;
    }

    private synchronized void findIndex() {
        if (!indexKnown) {
            index = GitIndex.around(root).orElse(null);
            indexKnown = true;
        }
    }
}
