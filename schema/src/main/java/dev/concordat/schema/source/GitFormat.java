package dev.concordat.schema.source;

import dev.concordat.schema.ContractException;
import dev.concordat.schema.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.Repository;

/** The kinds of repositories that are read: git's documentation, {@code repository-version.adoc} and {@code reftable.adoc}. JGit reads on where git refuses to. */
final class GitFormat {
    /** What a repository may have that changes nothing about how it is read, or that is read. */
    private static final Set<String> EXTENSIONS = Set.of(
            "compatobjectformat",
            "noop",
            "noop-v1",
            "objectformat",
            "partialclone",
            "preciousobjects",
            "refstorage",
            "relativeworktrees",
            "submodulepathconfig",
            "worktreeconfig");

    private GitFormat() {}

    /** Refuses a repository of a kind that is not known, or whose refs are lost. */
    static void check(String subject, Repository repository) throws ContractException {
        Config config = repository.getConfig();
        refuseOtherIds(subject, config);
        if (config.getInt("core", "repositoryformatversion", 0) > 0) {
            refuseUnknown(subject, config);
        }
        if ("reftable".equals(config.getString("extensions", null, "refstorage"))) {
            refuseLostRefs(subject, repository);
        }
    }

    /** JGit would take the first part of longer ids for the whole. */
    private static void refuseOtherIds(String subject, Config config) throws ContractException {
        String ids = config.getString("extensions", null, "objectformat");
        if (ids != null && !ids.equals("sha1")) {
            throw ContractException.of(
                    Failure.NO_ANSWER,
                    "%s has object ids of kind %s; only those of kind sha1 are read."
                            .formatted(subject, PathRules.quoted(ids)),
                    "Convert it with \"git fast-export\" and \"git fast-import\".");
        }
    }

    private static void refuseUnknown(String subject, Config config) throws ContractException {
        for (String name : config.getNames("extensions")) {
            if (!EXTENSIONS.contains(name.toLowerCase(Locale.ROOT))) {
                throw ContractException.of(
                        Failure.NO_ANSWER,
                        "%s needs the extension %s, which is not known here."
                                .formatted(subject, PathRules.quoted(name)),
                        "Clone it without that extension.");
            }
        }
    }

    /** A list that is lost looks like a repository without a branch: nothing would be compared with nothing. Git writes HEAD to a table of the list from the start. */
    private static void refuseLostRefs(String subject, Repository repository) throws ContractException {
        Path list = repository.getCommonDirectory().toPath().resolve("reftable").resolve("tables.list");
        boolean empty = GitObjects.ask(subject, () -> isEmpty(list));
        if (empty) {
            throw ContractException.of(
                    Failure.NO_ANSWER,
                    subject + " keeps its refs in a reftable, and the list of its tables is empty or gone.",
                    "Run \"git fsck\"; a fresh, complete clone helps.");
        }
    }

    private static boolean isEmpty(Path list) throws IOException {
        return !Files.isRegularFile(list) || Files.size(list) == 0;
    }
}
