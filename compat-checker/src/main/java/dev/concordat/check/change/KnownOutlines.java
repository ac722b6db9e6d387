package dev.concordat.check.change;

import dev.concordat.schema.ContractException;
import dev.concordat.schema.config.WorkspaceListing;
import dev.concordat.schema.parse.FileOutline;
import dev.concordat.schema.source.WholeFile;
import java.io.IOException;
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
 * The outlines that earlier runs read of contracts, by the ids of their blobs, in a file of the clone's git directory. Deleting it costs the next run the
 * time of reading the contracts; several processes may use it at once; one that is damaged counts as none. Whoever can write it can write the clone's
 * hooks and objects as well.
 */
final class KnownOutlines {
    private static final String FILE = "concordat/outlines";
    /** So few files are read in less time than it takes to look into the cache. */
    private static final int FEWEST_FILES = 32;
    /** The file is written again when more than one in so many outlines is missing: reading a few contracts costs less than writing all outlines. */
    private static final int MISSING_SHARE = 16;

    /** Outlines of other branches are kept as long as they are not more than so many for each of this one. */
    private static final int OTHERS_SHARE = 4;

    private final Path file;
    private final Map<ObjectId, FileOutline> known;

    private KnownOutlines(Path file) {
        this.file = file;
        this.known = read(file);
    }

    /** The outlines of these files, by import path; only those that no earlier run read are read. */
    static Map<String, FileOutline> of(WorkspaceListing listing, Set<String> importPaths) throws ContractException {
        Optional<Path> directory = importPaths.size() < FEWEST_FILES ? Optional.empty() : listing.gitDirectory();
        return directory.isEmpty()
                ? read(listing, importPaths)
                : new KnownOutlines(directory.get().resolve(FILE)).find(listing, List.copyOf(importPaths));
    }

    private Map<String, FileOutline> find(WorkspaceListing listing, List<String> paths) throws ContractException {
        List<Optional<ObjectId>> ids = listing.blobIds(paths);
        Map<String, FileOutline> found = new HashMap<>(paths.size() * 2);
        List<String> unknown = new ArrayList<>();
        int missing = 0;
        for (int at = 0; at < paths.size(); at++) {
            Optional<ObjectId> id = ids.get(at);
            FileOutline outline = id.isPresent() ? known.get(id.get()) : null;
            if (outline == null) {
                unknown.add(paths.get(at));
                missing += id.isPresent() ? 1 : 0;
            } else {
                found.put(paths.get(at), outline);
            }
        }
        found.putAll(read(listing, unknown));
        if (missing * MISSING_SHARE > paths.size()) {
            keep(paths, ids, found);
        }
        return found;
    }

    private static Map<String, FileOutline> read(WorkspaceListing listing, Collection<String> importPaths)
            throws ContractException {
        Map<String, FileOutline> read = new HashMap<>(importPaths.size() * 2);
        listing.outlines(importPaths, file -> Map.entry(file.importPath(), FileOutline.of(file.text())))
                .forEach(outline -> read.put(outline.getKey(), outline.getValue()));
        return read;
    }

    private void keep(List<String> paths, List<Optional<ObjectId>> ids, Map<String, FileOutline> outlines) {
        Map<ObjectId, FileOutline> all = new HashMap<>();
        for (int at = 0; at < paths.size(); at++) {
            FileOutline outline = outlines.get(paths.get(at));
            if (outline != null) {
                ids.get(at).ifPresent(id -> all.put(id, outline));
            }
        }
        if (known.size() <= OTHERS_SHARE * all.size()) {
            known.forEach(all::putIfAbsent);
        }
        try {
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            WholeFile.write(file, OutlineFormat.write(all));
        } catch (IOException e) {
            // Where it cannot be written, the next run reads the contracts as this one did.
        }
    }

    private static Map<ObjectId, FileOutline> read(Path file) {
        try {
            return OutlineFormat.read(Files.readAllBytes(file));
        } catch (IOException e) {
            return Map.of();
        }
    }
}
