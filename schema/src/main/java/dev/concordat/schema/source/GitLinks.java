package dev.concordat.schema.source;

import dev.concordat.schema.ContractException;
import dev.concordat.schema.source.GitObjects.GitEntry;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;

/** The links of a commit that leave out contracts. What lies outside of the commit is no part of it, and not looked at. */
final class GitLinks {
    private static final int TARGET_LIMIT = 4096;
    /** Where that many directories and links say nothing, another contract may hide behind them. */
    private static final int VISIT_LIMIT = 100_000;

    private final GitObjects objects;
    private final GitEntry root;
    private final String listed;
    private final List<String> found = new ArrayList<>();

    /** The links below a directory of a commit, none yet. */
    GitLinks(GitObjects objects, GitEntry root, String listed) {
        this.objects = objects;
        this.root = root;
        this.listed = PathRules.normalized(listed).orElse(".");
    }

    /** Adds what is neither a file nor a directory, if it leaves out contracts. */
    void add(String path, GitEntry entry) throws ContractException {
        if (isContract(path) || (isLink(entry) && leadsToContracts(path, entry))) {
            found.add(path);
        }
    }

    List<String> sorted() {
        Collections.sort(found);
        return List.copyOf(found);
    }

    private boolean leadsToContracts(String path, GitEntry link) throws ContractException {
        Set<String> seen = new HashSet<>();
        Deque<String> open = new ArrayDeque<>();
        Optional<String> first = target(path, link, "");
        if (first.isEmpty() || (isIn(path, first.get()) && isIn(first.get(), listed))) {
            return false;
        }
        open.push(first.get());
        while (!open.isEmpty()) {
            String next = open.pop();
            if (seen.add(next) && holdsContract(next, open)) {
                return true;
            }
            if (seen.size() > VISIT_LIMIT) {
                return true;
            }
        }
        return false;
    }

    /** Whether a path is a directory with a contract in it; what else may lead to some is opened later. */
    private boolean holdsContract(String path, Deque<String> open) throws ContractException {
        GitEntry at = root;
        String reached = "";
        for (String name : path.equals(".") ? new String[0] : path.split("/")) {
            Optional<GitEntry> next = objects.tree(at.id(), reached).stream()
                    .filter(entry -> entry.name().equals(name))
                    .findFirst();
            reached = reached.isEmpty() ? name : reached + "/" + name;
            if (next.filter(GitLinks::isLink).isPresent()) {
                target(reached, next.get(), path.substring(reached.length())).ifPresent(open::push);
            }
            if (next.filter(GitEntry::isTree).isEmpty()) {
                return false;
            }
            at = next.get();
        }
        for (GitEntry entry : objects.tree(at.id(), reached)) {
            if (isContract(entry.name()) && !entry.isTree()) {
                return true;
            }
            if (entry.isTree() || isLink(entry)) {
                open.push(reached.isEmpty() ? entry.name() : reached + "/" + entry.name());
            }
        }
        return false;
    }

    /** Where a link leads, and a path further from there; empty when that is outside of the repository. */
    private Optional<String> target(String path, GitEntry link, String further) throws ContractException {
        String written =
                new String(objects.read(link.id(), Constants.OBJ_BLOB, TARGET_LIMIT, path), StandardCharsets.UTF_8);
        String parent = path.substring(0, path.lastIndexOf('/') + 1);
        return written.startsWith("/") ? Optional.empty() : PathRules.normalized(parent + written + further);
    }

    private static boolean isIn(String path, String directory) {
        return directory.equals(".") || path.equals(directory) || path.startsWith(directory + "/");
    }

    private static boolean isContract(String path) {
        return path.endsWith(".proto");
    }

    private static boolean isLink(GitEntry entry) {
        return FileMode.SYMLINK.equals(entry.mode());
    }
}
