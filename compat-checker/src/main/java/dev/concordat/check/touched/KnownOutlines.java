package dev.concordat.check.touched;

import dev.concordat.schema.ContractException;
import dev.concordat.schema.config.WorkspaceListing;
import dev.concordat.schema.parse.FileOutline;
import dev.concordat.schema.source.WholeFile;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.lib.ObjectId;

/**
 * The outlines that earlier runs read of contracts, by the ids of their blobs, in a file of the clone's git directory. Deleting it costs the next run
 * the time of reading the contracts; several processes may use it at once; one that is damaged counts as none. Whoever can write it can write the
 * clone's hooks and objects as well.
 */
final class KnownOutlines {
    private static final String FILE = "concordat/outlines";
    /** So few files are read in less time than it takes to look into the cache. */
    private static final int FEWEST_FILES = 32;
    /** The file is written again when more than one in so many outlines is missing: reading a few contracts costs less than writing all outlines. */
    private static final int MISSING_SHARE = 16;

    /** With more than so many for each contract, most are of branches that nobody has any more, and the file is begun anew. */
    private static final int MOST_OTHERS = 4;

    /** Outlines of two million contracts. */
    private static final long MOST_BYTES = 256 << 20;

    private final Path file;
    private final Map<ObjectId, FileOutline> known;

    private KnownOutlines(Path file) {
        this.file = file;
        this.known = read(file);
    }

    /** The outlines of these files, those that there are; only those that no earlier run read are read. */
    static List<Outlined> of(WorkspaceListing listing, Set<String> importPaths) throws ContractException {
        Optional<Path> file = importPaths.size() < FEWEST_FILES
                ? Optional.empty()
                : listing.gitDirectory().map(directory -> directory.resolve(FILE));
        return file.isEmpty() || isFirstRun(file.get())
                ? read(listing, importPaths)
                : new KnownOutlines(file.get()).find(listing, List.copyOf(importPaths));
    }

    /**
     * The first run leaves an empty file: in most clones of a build server there is no second one, for which keeping anything would be worth the while.
     * In somebody else's clone, such as one that a container has as root, nothing is left that its owner could not delete.
     */
    private static boolean isFirstRun(Path file) {
        Path directory = Objects.requireNonNull(file.getParent());
        try {
            Files.createDirectories(directory);
            Files.createFile(file);
            if (!Files.getOwner(file).equals(Files.getOwner(Objects.requireNonNull(directory.getParent())))) {
                Files.delete(file);
                Files.delete(directory);
            }
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        } catch (IOException e) {
            // Nor will the next run be able to write.
            return true;
        }
    }

    private List<Outlined> find(WorkspaceListing listing, List<String> paths) throws ContractException {
        List<Optional<ObjectId>> ids = listing.blobIds(paths);
        List<Outlined> found = new ArrayList<>(paths.size());
        List<String> unknown = new ArrayList<>();
        Map<String, ObjectId> missing = new HashMap<>();
        for (int at = 0; at < paths.size(); at++) {
            String path = paths.get(at);
            ObjectId id = ids.get(at).orElse(null);
            FileOutline outline = id == null ? null : known.get(id);
            if (outline != null) {
                found.add(new Outlined(path, outline));
            } else {
                unknown.add(path);
                if (id != null) {
                    missing.put(path, id);
                }
            }
        }
        List<Outlined> read = read(listing, unknown);
        if (missing.size() * MISSING_SHARE > paths.size()) {
            keep(known.size() <= MOST_OTHERS * paths.size() ? known : Map.of(), read, missing);
        }
        found.addAll(read);
        return found;
    }

    private static List<Outlined> read(WorkspaceListing listing, Collection<String> importPaths)
            throws ContractException {
        return listing.outlines(importPaths, file -> new Outlined(file.importPath(), FileOutline.of(file.text())));
    }

    private void keep(Map<ObjectId, FileOutline> others, List<Outlined> read, Map<String, ObjectId> ids) {
        Map<ObjectId, FileOutline> all = new HashMap<>(others);
        for (Outlined file : read) {
            ObjectId id = ids.get(file.path());
            if (id != null) {
                all.put(id, file.outline());
            }
        }
        try {
            WholeFile.write(file, OutlineFormat.write(all));
        } catch (IOException e) {
            // Where it cannot be written, the next run reads the contracts as well.
        }
    }

    private static Map<ObjectId, FileOutline> read(Path file) {
        try {
            // What is no file, such as a device that a link leads to, may have no end; what is that large was not
            // written here.
            return Files.isRegularFile(file) && Files.size(file) < MOST_BYTES
                    ? OutlineFormat.read(Files.readAllBytes(file))
                    : Map.of();
        } catch (IOException e) {
            return Map.of();
        }
    }

    /**
     * A file with its outline.
     *
     * @param path the import path
     */
    record Outlined(String path, FileOutline outline) {
        String packageName() {
            return outline.packageName();
        }
    }
}
