package dev.concordat.schema.source;

import dev.concordat.schema.ContractException;
import dev.concordat.schema.Failure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.eclipse.jgit.errors.CorruptObjectException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectChecker;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.treewalk.CanonicalTreeParser;

/**
 * The objects of a git repository, checked: their content has the id it is asked by, trees are well-formed, and nothing over a limit is read. JGit
 * itself checks none of this when it reads.
 */
final class GitObjects {
    private static final int TREE_LIMIT = 64 << 20;
    private static final String REPAIR = "Run \"git fsck\"; a fresh, complete clone helps.";
    private static final String MISSING =
            "If it is a partial clone, run \"git fetch --refetch --no-filter\"; if it is shallow, \"git fetch --unshallow\"; else a fresh, complete clone helps.";

    /** Whoever asks for another one each time waits for it as long as for the id of a small object. */
    private static final ThreadLocal<MessageDigest> DIGEST = ThreadLocal.withInitial(Sha1::new);

    private final Repository repository;
    private final Map<ObjectId, List<GitEntry>> trees = new ConcurrentHashMap<>();

    GitObjects(Repository repository) {
        this.repository = repository;
    }

    /** Asks JGit, and tells what failed when it cannot answer. */
    static <T> T ask(String subject, Question<T> question) throws ContractException {
        return ask(() -> subject, question);
    }

    private static <T> T ask(Supplier<String> subject, Question<T> question) throws ContractException {
        try {
            return question.ask();
        } catch (MissingObjectException e) {
            throw ContractException.of(
                    Failure.NO_ANSWER,
                    "%s cannot be read: git object %s is not in this clone."
                            .formatted(subject.get(), e.getObjectId().name()),
                    MISSING);
        } catch (IOException | RuntimeException e) {
            // JGit meets damaged files with runtime exceptions of any type, from deep inside.
            throw ContractException.of(
                    Failure.NO_ANSWER,
                    "%s cannot be read: %s.".formatted(subject.get(), reason(e).replaceFirst("\\.+$", "")),
                    REPAIR);
        }
    }

    /** Some exceptions say nothing but which other one caused them. */
    private static String reason(Exception problem) {
        Throwable told = problem;
        Throwable cause = told.getCause();
        while (cause != null && cause.toString().equals(told.getMessage())) {
            told = cause;
            cause = told.getCause();
        }
        if (told instanceof IOException failure) {
            return FileReason.withFile(failure);
        }
        String message = told.getMessage();
        return message == null ? told.getClass().getSimpleName() : message;
    }

    /** The content of an object. */
    byte[] read(ObjectId id, int type, int limit, String path) throws ContractException {
        Supplier<String> subject = () -> "Git object %s of %s".formatted(id.name(), PathRules.quoted(path));
        ObjectLoader loader = ask(subject, () -> repository.open(id, type));
        long size = loader.getSize();
        if (size > limit) {
            throw FileLimit.exceeded(path, size);
        }
        byte[] content = ask(subject, () -> loader.getCachedBytes(limit));
        if (!isContentOf(id, type, content)) {
            throw ContractException.of(
                    Failure.NO_ANSWER, "%s is corrupt: its content has another id.".formatted(subject.get()), REPAIR);
        }
        return content;
    }

    static boolean isContentOf(AnyObjectId id, int type, byte[] content) {
        return idOf(type, content).equals(id);
    }

    /**
     * The id of an object. JGit's own digest looks for attacks on SHA-1 as well, as git does of all that it fetches; whoever asks here only wants to know
     * whether these bytes are those. In the first moments of a process that takes three times as long.
     */
    static ObjectId idOf(int type, byte[] content) {
        MessageDigest digest = DIGEST.get();
        digest.update(Constants.encodedTypeString(type));
        digest.update((byte) ' ');
        digest.update(Constants.encodeASCII(content.length));
        digest.update((byte) 0);
        digest.update(content);
        return ObjectId.fromRaw(digest.digest());
    }

    /** The entries of a tree, every name of which is a plain file name. */
    List<GitEntry> tree(ObjectId id, String path) throws ContractException {
        List<GitEntry> known = trees.get(id);
        if (known == null) {
            known = List.copyOf(parse(id, read(id, Constants.OBJ_TREE, TREE_LIMIT, path), path));
            trees.put(id, known);
        }
        return known;
    }

    private static List<GitEntry> parse(ObjectId id, byte[] content, String path) throws ContractException {
        try {
            // Old versions of git wrote modes with a leading zero.
            new ObjectChecker().setAllowLeadingZeroFileMode(true).checkTree(id, content);
        } catch (CorruptObjectException e) {
            throw refused(id, path, printable(String.valueOf(e.getMessage())));
        } catch (IndexOutOfBoundsException e) {
            // What JGit makes of a mode that is too large to be one, as fuzzing found.
            throw refused(id, path, "an entry has a mode that is none");
        }
        List<GitEntry> entries = new ArrayList<>();
        CanonicalTreeParser parser = new CanonicalTreeParser();
        for (parser.reset(content); !parser.eof(); parser.next()) {
            byte[] name = new byte[parser.getNameLength()];
            parser.getName(name, 0);
            GitEntry entry = new GitEntry(
                    new String(name, StandardCharsets.UTF_8), parser.getEntryFileMode(), parser.getEntryObjectId());
            if (PathRules.hasControl(entry.name())) {
                throw refused(id, path, "entry " + PathRules.quoted(entry.name()) + " has a control character");
            }
            entries.add(entry);
        }
        return entries;
    }

    private static ContractException refused(ObjectId id, String path, String reason) {
        return ContractException.of(
                Failure.NO_ANSWER,
                "Git tree %s of %s is refused: %s.".formatted(id.name(), PathRules.quoted(path), reason),
                "Rename the entry and commit again; a check of the commit before will still be refused.");
    }

    /** JGit's message holds the hostile name as it is. */
    private static String printable(String reason) {
        String quoted = PathRules.quoted(reason);
        return quoted.substring(1, quoted.length() - 1).replace("\\\"", "\"");
    }

    /** Something only JGit can answer. */
    interface Question<T> {
        T ask() throws IOException;
    }

    /** One entry of a tree. */
    record GitEntry(String name, FileMode mode, ObjectId id) {
        boolean isTree() {
            return FileMode.TREE.equals(mode);
        }

        boolean isFile() {
            return FileMode.REGULAR_FILE.equals(mode) || FileMode.EXECUTABLE_FILE.equals(mode);
        }

        /** The same, named from further up: the prefix is empty or ends with a slash. */
        GitEntry below(String prefix) {
            return prefix.isEmpty() ? this : new GitEntry(prefix + name, mode, id);
        }
    }
}
