package dev.concordat.schema.source;

import dev.concordat.schema.ContractException;
import dev.concordat.schema.Failure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.errors.RevisionSyntaxException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;

/** A clone of a git repository. What cannot be read is an error with a remedy, never an empty answer. */
public final class GitRepository implements AutoCloseable {
    /** What to do about a clone without its whole history. */
    public static final String DEEPEN =
            "Run \"git fetch --unshallow --tags\"; in GitHub Actions give actions/checkout \"fetch-depth: 0\".";

    /** The largest commit or tag that is read, in bytes. */
    static final int OBJECT_LIMIT = 4 << 20;

    private static final Pattern ALONE = Pattern.compile("^@(?!\\{)");

    private final Repository repository;
    private final GitObjects objects;
    private final GitHistory history;
    private final GitTags tags;

    private GitRepository(Repository repository) {
        this.repository = repository;
        this.objects = new GitObjects(repository);
        this.history = new GitHistory(repository);
        this.tags = new GitTags(repository, objects);
    }

    /** The repository that a directory lies in, with its files checked out. */
    public static GitRepository open(Path anyDirectoryInside) throws ContractException {
        GitRepository opened = openAny(anyDirectoryInside);
        if (opened.repository.isBare()) {
            opened.close();
            throw ContractException.of(
                    Failure.NO_ANSWER,
                    subject(anyDirectoryInside) + " is bare: it has no files.",
                    "Run this in an ordinary clone.");
        }
        return opened;
    }

    /** The repository that a file or directory lies in, or is; it may be bare. */
    static GitRepository openAny(Path inside) throws ContractException {
        QuietSystem.install();
        String subject = subject(inside);
        // In a worktree and a submodule, .git is a file.
        Path start = Files.isRegularFile(inside) && inside.getParent() != null ? inside.getParent() : inside;
        FileRepositoryBuilder builder = GitObjects.ask(
                subject,
                () -> new FileRepositoryBuilder()
                        .findGitDir(start.toAbsolutePath().toFile()));
        if (builder.getGitDir() == null) {
            throw ContractException.of(
                    Failure.NO_ANSWER,
                    "%s lies in no git repository.".formatted(PathRules.quoted(inside.toString())),
                    "Run this inside the clone that holds the contracts, or make one with \"git init\".");
        }
        Optional<Path> pushed = Quarantine.of(builder.getGitDir().toPath());
        pushed.ifPresent(objects -> builder.addAlternateObjectDirectory(objects.toFile()));
        Repository repository =
                GitObjects.ask(subject, () -> builder.setMustExist(true).build());
        try {
            GitFormat.check(subject, repository);
            PackIndexes.check(objects(repository));
            if (pushed.isPresent()) {
                PackIndexes.check(pushed.get());
            }
        } catch (ContractException e) {
            repository.close();
            throw e;
        }
        return new GitRepository(repository);
    }

    private static Path objects(Repository repository) {
        // A linked worktree has the objects of the clone that it belongs to.
        return repository.getCommonDirectory().toPath().resolve("objects");
    }

    private static String subject(Path inside) {
        return "The git repository of " + PathRules.quoted(inside.toString());
    }

    /** The directory that the files are checked out in. */
    public Path workTree() {
        return repository.getWorkTree().toPath();
    }

    /** The commit that is checked out. */
    public CommitId head() throws ContractException {
        return find(Constants.HEAD)
                .orElseThrow(() -> ContractException.of(
                        Failure.NO_ANSWER, "The repository has no commit yet.", "Commit the contracts first."));
    }

    /** The commit of a revision in git's notation. */
    public CommitId resolve(String revision) throws ContractException {
        Optional<CommitId> found = find(revision);
        if (found.isEmpty()) {
            throw missing(revision);
        }
        return found.get();
    }

    /**
     * The commit of a ref.
     *
     * @param name the ref's name, or the end of it
     * @param beginnings what may be missing before it, in the order in which it is tried; the whole must be the full name of a ref, or HEAD
     */
    CommitId resolve(String name, List<String> beginnings) throws ContractException {
        for (String beginning : beginnings) {
            String full = beginning + name;
            Optional<CommitId> found =
                    full.startsWith("refs/") || full.equals(Constants.HEAD) ? find(full) : Optional.empty();
            if (found.isPresent()) {
                return found.get();
            }
        }
        throw missing(name);
    }

    private ContractException missing(String revision) throws ContractException {
        Optional<ContractException> other = GitNotation.problem(revision);
        if (other.isPresent()) {
            return other.get();
        }
        return ContractException.of(
                Failure.NO_ANSWER,
                "Revision %s is not in this clone%s."
                        .formatted(PathRules.quoted(revision), isShallow() ? ", which is shallow" : ""),
                isShallow() ? DEEPEN : "Fetch it with \"git fetch --tags origin\", or correct the name.");
    }

    /** The commit of a revision in git's notation, if this clone has it. */
    public Optional<CommitId> find(String revision) throws ContractException {
        return GitObjects.ask("Revision " + PathRules.quoted(revision), () -> {
            try {
                // Alone it is HEAD (gitrevisions(7)); JGit knows that only where nothing follows.
                String known = ALONE.matcher(revision).replaceFirst(Constants.HEAD);
                ObjectId id = repository.resolve(known + "^{commit}");
                return id == null ? Optional.<CommitId>empty() : Optional.of(new CommitId(id.name()));
            } catch (RevisionSyntaxException | IncorrectObjectTypeException e) {
                return Optional.empty();
            } catch (MissingObjectException e) {
                // A full id is taken for granted by JGit until it is read; a name leads to what must be there.
                if (ObjectId.isId(revision) && e.getObjectId().name().equals(revision)) {
                    return Optional.empty();
                }
                throw e;
            }
        });
    }

    /**
     * The best common ancestor of two commits, empty when their histories are unrelated.
     *
     * @throws ContractException of kind NO_ANSWER, in a shallow clone that is cut off too early, and when there are several
     */
    public Optional<CommitId> mergeBase(CommitId one, CommitId other) throws ContractException {
        return history.mergeBase(one, other);
    }

    /** Whether the clone lacks the older part of the history; releases may then be missing without a trace. */
    public boolean isShallow() throws ContractException {
        return !history.boundary().isEmpty();
    }

    /** Whether a commit is in the history of another, or that commit itself. */
    public boolean isAncestor(CommitId ancestor, CommitId descendant) throws ContractException {
        return history.isAncestor(ancestor, descendant);
    }

    /** The commits in the history of one, itself among them, that are not in the history of another. */
    public Set<CommitId> since(CommitId base, CommitId commit) throws ContractException {
        return history.since(base, commit);
    }

    /** The first parent of a commit, empty for the repository's first. */
    public Optional<CommitId> firstParent(CommitId commit) throws ContractException {
        return history.firstParent(commit);
    }

    /** Whether files, or files below directories, differ from the last commit by content; a new contract counts, another new file does not. */
    public boolean isDirty(List<String> paths) throws ContractException {
        return new WorkTreeState(workTree(), gitTree(head())).differs(paths);
    }

    /** The files of a commit. */
    public FileTree tree(CommitId commit) throws ContractException {
        return gitTree(commit);
    }

    /** The files of a commit; what the index says of trees that it knows is believed, which is faster for a large repository. */
    FileTree treeByIndex(CommitId commit) throws ContractException {
        return new GitTree(objects, commit, read(commit).getTree().getId(), GitIndex.of(repository));
    }

    /** Looks through the files of commits, each content once. */
    public UnseenFiles unseenFiles() {
        Set<ObjectId> seen = new HashSet<>();
        return (commit, directory) -> gitTree(commit).unseen(directory, seen);
    }

    /** Tells the paths of the files below a directory of a commit whose content was not in a directory that was asked for before. */
    public interface UnseenFiles {
        List<String> in(CommitId commit, String directory) throws ContractException;
    }

    private GitTree gitTree(CommitId commit) throws ContractException {
        return new GitTree(objects, commit, read(commit).getTree().getId(), Optional.empty());
    }

    /** Who committed a commit, and when. */
    public PersonIdent committer(CommitId commit) throws ContractException {
        return read(commit).getCommitterIdent();
    }

    private RevCommit read(CommitId commit) throws ContractException {
        byte[] content = objects.read(GitHistory.objectId(commit), Constants.OBJ_COMMIT, OBJECT_LIMIT, commit.sha());
        return GitObjects.ask("Commit " + commit, () -> RevCommit.parse(content));
    }

    /** The branch that is checked out, empty when there is none. */
    public String currentBranch() throws ContractException {
        String name = GitObjects.ask("HEAD", () -> String.valueOf(repository.getFullBranch()));
        return name.startsWith(Constants.R_HEADS) ? name.substring(Constants.R_HEADS.length()) : "";
    }

    /** The tags whose names start with a prefix and that lead to a commit, sorted by name. */
    public List<Tag> tags(String prefix) throws ContractException {
        return tags.startingWith(prefix);
    }

    /** The names of all tags, also of those that lead to no commit, and of those whose files are damaged, which JGit leaves out. */
    public Set<String> tagNames() throws ContractException {
        return tags.names();
    }

    /** JGit's own view of the repository, for writing. */
    public Repository jgit() {
        return repository;
    }

    @Override
    public void close() {
        repository.close();
    }
}
