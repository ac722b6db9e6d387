package dev.concordat.schema.source;

import dev.concordat.schema.ContractException;
import dev.concordat.schema.Failure;
import java.util.Optional;
import java.util.regex.Pattern;

/** What git's notation knows besides single commits (gitrevisions(7)); no name of a ref can look like it (git-check-ref-format(1)). */
final class GitNotation {
    private static final Pattern NO_SINGLE_COMMIT = Pattern.compile("^\\^|\\.\\.|\\^(!|@|\\{(tree|blob)\\})$");

    private GitNotation() {}

    /** Why a revision that was not found is none, if its notation says so. */
    static Optional<ContractException> problem(String revision) {
        if (revision.startsWith(":/") || revision.contains("^{/")) {
            return Optional.of(problem(
                    revision,
                    "searches the messages of commits, which is not understood here",
                    "Write the commit's id, which \"git rev-parse\" tells of what is written here."));
        }
        int colon = revision.indexOf(':');
        if (colon >= 0) {
            String commit = colon == 0 ? "HEAD" : revision.substring(0, colon);
            String path = revision.substring(colon + 1);
            return Optional.of(problem(
                    revision,
                    "is a file or directory, and no commit",
                    "Name the commit alone, and a directory of it with subdir: %s."
                            .formatted(PathRules.quoted(
                                    ".git#ref=" + commit + (path.isEmpty() ? "" : ",subdir=" + path)))));
        }
        return NO_SINGLE_COMMIT.matcher(revision).find()
                ? Optional.of(problem(revision, "is no single commit", "Name one commit."))
                : Optional.empty();
    }

    private static ContractException problem(String revision, String why, String remedy) {
        return ContractException.of(
                Failure.NO_ANSWER, "Revision %s %s.".formatted(PathRules.quoted(revision), why), remedy);
    }
}
