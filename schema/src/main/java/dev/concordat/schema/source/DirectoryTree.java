package dev.concordat.schema.source;

import dev.concordat.schema.ContractException;
import dev.concordat.schema.Failure;
import dev.concordat.schema.Place;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jgit.lib.ObjectId;

/** The files below a directory, as they are now. Symbolic links in it are never followed, {@code .git} is never entered. */
public final class DirectoryTree implements FileTree {
    private static final String CONTRACT = ".proto";

    private final Path root;
    private final String printedPrefix;
    /** Directories that were seen to be no links, and need not be asked again. */
    private final Set<Path> directories = ConcurrentHashMap.newKeySet();

    private final ListedFiles listed;

    /** The links that leave out contracts, by the directory that was listed. */
    private final Map<String, List<String>> links = new ConcurrentHashMap<>();

    /** A tree below a root; the prefix, empty or ending with a slash, precedes paths in messages. */
    public DirectoryTree(Path root, String printedPrefix) {
        this.root = root;
        this.printedPrefix = printedPrefix;
        this.listed = new ListedFiles(root);
    }

    @Override
    public String description() {
        return "the working tree";
    }

    @Override
    public Optional<FileTree> parent() {
        Path parent = root.getParent();
        return parent == null
                ? Optional.empty()
                : Optional.of(new DirectoryTree(parent, OpenInput.upper(printedPrefix)));
    }

    @Override
    public String name() {
        Path name = root.getFileName();
        return name == null ? "." : name.toString();
    }

    @Override
    public List<String> files(String directory) throws ContractException {
        FileLister lister = list(directory);
        listed.add(directory, lister.found, lister.contracts);
        Collections.sort(lister.found);
        return List.copyOf(lister.found);
    }

    @Override
    public List<String> links(String directory) throws ContractException {
        List<String> known = links.get(directory);
        return known == null ? list(directory).links : known;
    }

    private FileLister list(String directory) throws ContractException {
        FileLister lister = new FileLister(root);
        Optional<Path> start = find(directory);
        // No link but the one that was asked for leads to what is found.
        if (start.isEmpty() || !Files.isDirectory(start.get())) {
            return lister;
        }
        try {
            lister.list(start.get());
        } catch (DirectoryIteratorException e) {
            throw unreadable(directory, FileReason.withFile(Objects.requireNonNull(e.getCause())));
        } catch (IOException e) {
            throw unreadable(directory, FileReason.withFile(e));
        }
        Collections.sort(lister.links);
        links.put(directory, List.copyOf(lister.links));
        return lister;
    }

    @Override
    public Optional<ObjectId> blobId(String path) {
        return listed.blobId(path);
    }

    @Override
    public Optional<Path> gitDirectory() {
        return listed.gitDirectory();
    }

    @Override
    public Optional<byte[]> read(String path) throws ContractException {
        Optional<Path> file = locate(path);
        if (file.isEmpty()) {
            return Optional.empty();
        }
        try {
            BasicFileAttributes attributes =
                    Files.readAttributes(file.get(), BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (attributes.isSymbolicLink()) {
                throw link(path);
            }
            if (attributes.isDirectory()) {
                return Optional.empty();
            }
            if (attributes.size() > FILE_LIMIT) {
                throw FileLimit.exceeded(printedPrefix + path, attributes.size());
            }
            return Optional.of(Files.readAllBytes(file.get()));
        } catch (IOException e) {
            if (!Files.exists(file.get(), LinkOption.NOFOLLOW_LINKS)) {
                return Optional.empty();
            }
            throw unreadable(path, FileReason.of(e));
        }
    }

    /** The existing file or directory of this path, unless a link leads to it. */
    private Optional<Path> find(String path) throws ContractException {
        Optional<Path> found = locate(path);
        if (found.isPresent()
                && Files.isSymbolicLink(found.get())
                && !found.get().equals(root)) {
            throw link(path);
        }
        return found.filter(file -> Files.exists(file, LinkOption.NOFOLLOW_LINKS));
    }

    /** The place of this path, unless a link leads to the directory that it is in; whether there is something is not asked. */
    private Optional<Path> locate(String path) throws ContractException {
        Path relative;
        try {
            relative = Path.of(path).normalize();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
        if (relative.startsWith("..")) {
            throw new IllegalStateException("Path \"" + path + "\" leaves the tree.");
        }
        Path located = root.resolve(relative);
        Path directory = relative.getParent();
        if (directory != null && !directories.contains(directory)) {
            Path reached = root;
            for (Path name : directory) {
                reached = reached.resolve(name);
                if (Files.isSymbolicLink(reached)) {
                    throw link(path);
                }
            }
            if (Files.isDirectory(reached, LinkOption.NOFOLLOW_LINKS)) {
                directories.add(directory);
            }
        }
        return Optional.of(located);
    }

    private ContractException link(String path) {
        return ContractException.at(
                LinkFailure.of(path),
                Place.of(printedPrefix + path),
                "%s is, or lies behind, a symbolic link, which is never followed.".formatted(PathRules.quoted(path)),
                "Put the file itself there.");
    }

    private ContractException unreadable(String path, String reason) {
        return ContractException.at(
                Failure.NO_ANSWER,
                Place.of(printedPrefix + path),
                "%s cannot be read: %s.".formatted(PathRules.quoted(path), reason),
                "Check its permissions.");
    }

    /** Collects regular files, and links that leave out contracts. */
    private static final class FileLister {
        private static final String GIT = ".git";

        private final int prefix;
        private final char separator;
        private final Deque<Path> open = new ArrayDeque<>();
        private final List<String> found = new ArrayList<>();
        private final Map<String, BasicFileAttributes> contracts = new HashMap<>();
        private final List<String> links = new ArrayList<>();

        private FileLister(Path root) {
            String name = root.toString();
            String separator = root.getFileSystem().getSeparator();
            this.separator = separator.charAt(0);
            this.prefix = name.isEmpty() || name.endsWith(separator) ? name.length() : name.length() + 1;
        }

        /** {@link Files#walkFileTree} makes more objects of every file: it takes a fifth longer for 7,000 files, and twice as long before it is compiled. */
        private void list(Path start) throws IOException {
            if (!start.endsWith(GIT)) {
                open.push(start);
            }
            while (!open.isEmpty()) {
                try (DirectoryStream<Path> entries = Files.newDirectoryStream(open.pop())) {
                    for (Path entry : entries) {
                        add(entry, start);
                    }
                }
            }
        }

        private void add(Path entry, Path start) throws IOException {
            String path = inside(entry.toString());
            if (path.endsWith(GIT) && entry.endsWith(GIT)) {
                return;
            }
            BasicFileAttributes attributes =
                    Files.readAttributes(entry, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (attributes.isDirectory()) {
                open.push(entry);
            } else if (attributes.isRegularFile()) {
                found.add(path);
                if (path.endsWith(CONTRACT)) {
                    contracts.put(path, attributes);
                }
            } else if (attributes.isSymbolicLink()
                    && (path.endsWith(CONTRACT) || DirectoryLink.leadsToContracts(entry, start))) {
                links.add(path);
            }
        }

        /** The path from the root; all that is walked begins with it. */
        private String inside(String file) {
            return file.substring(Math.min(prefix, file.length())).replace(separator, '/');
        }
    }
}
