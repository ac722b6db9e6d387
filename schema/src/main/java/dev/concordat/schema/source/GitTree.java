package dev.concordat.schema.source;

import dev.concordat.schema.ContractException;
import dev.concordat.schema.Failure;
import dev.concordat.schema.source.GitObjects.GitEntry;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;

/** The files of a commit, read from the object database. */
final class GitTree implements FileTree {
    /** A tree may name one subtree many times, and so be larger than its objects by orders of magnitude. */
    private static final int ENTRY_LIMIT = 2_000_000;

    private final GitObjects objects;
    private final CommitId commit;
    private final GitEntry root;
    private final Optional<GitIndex> index;
    /** The files that were listed. */
    private final Map<String, ObjectId> listed = new ConcurrentHashMap<>();

    /** The links that leave out contracts, by the directory that was listed. */
    private final Map<String, List<String>> links = new ConcurrentHashMap<>();

    /** The links and submodules that were listed. */
    private final Set<String> leftOut = ConcurrentHashMap.newKeySet();

    /**
     * The files of a commit.
     *
     * @param index the index of the clone, which may know trees, and is believed
     */
    GitTree(GitObjects objects, CommitId commit, ObjectId root, Optional<GitIndex> index) {
        this.index = index;
        this.objects = objects;
        this.commit = commit;
        this.root = new GitEntry("", FileMode.TREE, root);
    }

    @Override
    public String description() {
        return "commit " + commit.shortSha();
    }

    @Override
    public List<String> files(String directory) throws ContractException {
        List<String> found = new ArrayList<>();
        for (GitEntry file : below(directory)) {
            listed.put(file.name(), file.id());
            found.add(file.name());
        }
        // In git's order, which is nearly this one.
        Collections.sort(found);
        return List.copyOf(found);
    }

    /** Found without listing it. */
    @Override
    public boolean hasDirectory(String path) throws ContractException {
        return find(path).filter(GitEntry::isTree).isPresent();
    }

    @Override
    public Optional<ObjectId> blobId(String path) throws ContractException {
        ObjectId known = listed.get(path);
        return known == null ? blob(path) : Optional.of(known);
    }

    @Override
    public Optional<Path> gitDirectory() {
        return index.map(GitIndex::gitDirectory);
    }

    /** The ids of every regular file below a directory, by path. */
    SortedMap<String, ObjectId> blobs(String directory) throws ContractException {
        SortedMap<String, ObjectId> found = new TreeMap<>();
        below(directory).forEach(file -> found.put(file.name(), file.id()));
        return found;
    }

    /** Whether a path of a directory that was listed is a link or a submodule, whatever it leads to. */
    boolean isLink(String path) {
        return leftOut.contains(path);
    }

    @Override
    public List<String> links(String directory) throws ContractException {
        if (!links.containsKey(directory)) {
            below(directory);
        }
        return links.getOrDefault(directory, List.of());
    }

    /** Every regular file below a directory, named by its path. */
    private List<GitEntry> below(String directory) throws ContractException {
        GitLinks leaving = new GitLinks(objects, root, directory);
        List<GitEntry> found = new ArrayList<>();
        Deque<GitEntry> open = new ArrayDeque<>();
        find(directory)
                .filter(GitEntry::isTree)
                .ifPresent(start -> open.push(new GitEntry(asPrefix(directory), FileMode.TREE, start.id())));
        int visited = 0;
        while (!open.isEmpty()) {
            GitEntry tree = open.pop();
            Optional<List<GitEntry>> known = index.flatMap(seen -> seen.files(tree.id()));
            known.orElse(List.of()).forEach(file -> found.add(file.below(tree.name())));
            List<GitEntry> entries = known.isPresent() ? List.of() : objects.tree(tree.id(), tree.name());
            visited += entries.size() + known.map(List::size).orElse(0);
            if (visited > ENTRY_LIMIT) {
                throw ContractException.of(
                        Failure.NO_ANSWER,
                        "\"%s\" of %s has more than %s entries.".formatted(directory, description(), ENTRY_LIMIT),
                        "Give the modules of buf.yaml smaller directories.");
            }
            for (GitEntry entry : entries) {
                String path = tree.name() + entry.name();
                if (entry.isTree()) {
                    open.push(new GitEntry(path + "/", FileMode.TREE, entry.id()));
                } else if (entry.isFile()) {
                    found.add(entry.below(tree.name()));
                } else {
                    leftOut.add(path);
                    leaving.add(path, entry);
                }
            }
        }
        links.put(directory, leaving.sorted());
        return found;
    }

    /**
     * The files below a directory that have a content nobody has seen, sorted; links are left out. Directories that were seen are not opened, so that
     * many commits cost as much as they differ.
     *
     * @param seen the ids of the objects that were seen, to which those of this directory are added
     */
    List<String> unseen(String directory, Set<ObjectId> seen) throws ContractException {
        List<String> found = new ArrayList<>();
        Deque<GitEntry> open = new ArrayDeque<>();
        find(directory)
                .filter(start -> start.isTree() && seen.add(start.id()))
                .ifPresent(start -> open.push(new GitEntry(asPrefix(directory), FileMode.TREE, start.id())));
        while (!open.isEmpty()) {
            GitEntry tree = open.pop();
            for (GitEntry entry : objects.tree(tree.id(), tree.name())) {
                String path = tree.name() + entry.name();
                if (entry.isTree() && seen.add(entry.id())) {
                    open.push(new GitEntry(path + "/", FileMode.TREE, entry.id()));
                } else if (entry.isFile() && seen.add(entry.id())) {
                    found.add(path);
                }
            }
        }
        found.sort(Comparator.naturalOrder());
        return found;
    }

    @Override
    public Optional<byte[]> read(String path) throws ContractException {
        ObjectId known = listed.get(path);
        Optional<ObjectId> blob = known == null ? blob(path) : Optional.of(known);
        return blob.isEmpty()
                ? Optional.empty()
                : Optional.of(objects.read(blob.get(), Constants.OBJ_BLOB, FILE_LIMIT, path));
    }

    /** The object id of a file. */
    Optional<ObjectId> blob(String path) throws ContractException {
        return find(path).filter(GitEntry::isFile).map(GitEntry::id);
    }

    private static String asPrefix(String directory) {
        return directory.isEmpty() || directory.equals(".") ? "" : directory + "/";
    }

    private Optional<GitEntry> find(String path) throws ContractException {
        GitEntry found = root;
        for (String name : path.split("/", -1)) {
            if (name.isEmpty() || name.equals(".")) {
                continue;
            }
            Optional<GitEntry> next = found.isTree() ? entry(found, name, path) : Optional.empty();
            if (next.isEmpty()) {
                return next;
            }
            found = next.get();
            if (!found.isTree() && !found.isFile()) {
                throw link(path);
            }
        }
        return Optional.of(found);
    }

    private Optional<GitEntry> entry(GitEntry tree, String name, String path) throws ContractException {
        return objects.tree(tree.id(), path).stream()
                .filter(entry -> entry.name().equals(name))
                .findFirst();
    }

    private ContractException link(String path) {
        return ContractException.of(
                LinkFailure.of(path),
                "%s of %s is, or lies behind, a symbolic link or a submodule, which is never followed."
                        .formatted(PathRules.quoted(path), description()),
                "Put the file itself there.");
    }
}
