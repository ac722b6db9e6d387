package dev.concordat.check.touched;

import dev.concordat.check.AtOnce;
import dev.concordat.schema.ContractException;
import dev.concordat.schema.ContractFile;
import dev.concordat.schema.config.WorkspaceListing;
import dev.concordat.schema.parse.Tokens;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.jgit.lib.ObjectId;

/**
 * Which files two listings of a workspace do not have in common. Ids of blobs are compared first; only files of which they are unknown or others are
 * read, and only their tokens count.
 *
 * @param differing the import paths of the files whose bytes differ, or that only one of the two has
 * @param changed those of them that differ in more than comments and white space
 */
public record FileChanges(Set<String> differing, Set<String> changed) {

    /** Keeps unchangeable copies. */
    public FileChanges {
        differing = Set.copyOf(differing);
        changed = Set.copyOf(changed);
    }

    /** What differs between two listings. */
    public static FileChanges between(WorkspaceListing previous, WorkspaceListing current) throws ContractException {
        Set<String> ofOne = new TreeSet<>();
        List<String> ofBoth = new ArrayList<>();
        for (String path : previous.paths()) {
            if (previous.moduleOf(path).equals(current.moduleOf(path))) {
                ofBoth.add(path);
            } else {
                ofOne.add(path);
            }
        }
        for (String path : current.paths()) {
            if (previous.moduleOf(path).isEmpty()) {
                ofOne.add(path);
            }
        }
        AtOnce<List<Optional<ObjectId>>, List<Optional<ObjectId>>> ids =
                AtOnce.of(() -> current.blobIds(ofBoth), () -> previous.blobIds(ofBoth), unused -> {});
        List<String> unknown = notSame(ofBoth, ids.first(), ids.second());
        // One after the other, since each is read by all threads.
        Map<String, ContractFile> before = read(previous, unknown);
        Map<String, ContractFile> now = read(current, unknown);
        Set<String> differing = unknown.parallelStream()
                .filter(path -> !Arrays.equals(
                        text(before, path).text().bytes(),
                        text(now, path).text().bytes()))
                .collect(Collectors.toCollection(HashSet::new));
        Set<String> changed = differing.parallelStream()
                .filter(path -> !Tokens.areSame(
                        text(before, path).text(), text(now, path).text()))
                .collect(Collectors.toCollection(HashSet::new));
        differing.addAll(ofOne);
        changed.addAll(ofOne);
        return new FileChanges(differing, changed);
    }

    /** Those of these files whose ids are not known to be the same. */
    private static List<String> notSame(
            List<String> paths, List<Optional<ObjectId>> some, List<Optional<ObjectId>> others) {
        List<String> notSame = new ArrayList<>();
        for (int at = 0; at < paths.size(); at++) {
            if (some.get(at).isEmpty() || !some.get(at).equals(others.get(at))) {
                notSame.add(paths.get(at));
            }
        }
        return notSame;
    }

    private static Map<String, ContractFile> read(WorkspaceListing listing, List<String> paths)
            throws ContractException {
        return listing.read(paths).stream().collect(Collectors.toMap(ContractFile::importPath, Function.identity()));
    }

    private static ContractFile text(Map<String, ContractFile> files, String path) {
        ContractFile file = files.get(path);
        if (file == null) {
            throw new IllegalStateException(path + " was listed and not read.");
        }
        return file;
    }
}
