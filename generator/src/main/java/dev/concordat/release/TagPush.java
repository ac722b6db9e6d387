package dev.concordat.release;

import dev.concordat.check.report.Printable;
import dev.concordat.schema.ContractException;
import dev.concordat.schema.Failure;
import dev.concordat.schema.Problem;
import dev.concordat.schema.config.Suggestions;
import dev.concordat.schema.process.ChildProcess;
import dev.concordat.schema.process.Limits;
import dev.concordat.schema.process.Result;
import dev.concordat.schema.source.GitRepository;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.jgit.lib.Constants;

/** Pushes release tags with the user's own git, because credentials, proxies and ssh are its business. */
final class TagPush {
    private static final Duration TIME = Duration.ofMinutes(5);
    private static final int OUTPUT_BYTES = 4 << 20;
    /** How git marks a reference that the remote did not have. */
    private static final String NEW = "*";

    /** How git begins what it says of a tag that it could not push. */
    private static final String REFUSED = "!\t" + Constants.R_TAGS;

    private static final Problem LOCAL = Problem.of(
            "The tags are in this clone only.",
            "When the cause is gone, \"concordat release --push\" sends them; \"git tag --delete TAG...\" takes them back.");

    private final GitRepository repository;
    private final String remote;

    TagPush(GitRepository repository, String remote) {
        this.repository = repository;
        this.remote = remote;
    }

    /** Refuses a remote that the clone does not have. */
    void refuseUnknown() throws ContractException {
        Set<String> remotes = repository.jgit().getRemoteNames();
        if (!remotes.contains(remote)) {
            throw ContractException.of(
                    Failure.CONFIGURATION,
                    "This clone has no remote \"" + remote + "\"." + Suggestions.didYouMean(remote, remotes),
                    "Name one that \"git remote\" lists.");
        }
    }

    /**
     * Pushes the tags in one transaction; a tag that the remote has already, and is the same, is fine.
     *
     * @return how many are new there
     */
    int push(List<ReleaseTag> tags) throws ContractException {
        refuseUnknown();
        Path git = repository.jgit().getDirectory().toPath();
        Limits limits = new Limits(TIME, OUTPUT_BYTES, git.resolve("refs"), Long.MAX_VALUE);
        try {
            Result result = ChildProcess.run(command(tags), repository.workTree(), limits, environment());
            if (result.exitCode() != 0) {
                throw refused(result);
            }
            return Math.toIntExact(
                    result.stdout().lines().filter(line -> line.startsWith(NEW)).count());
        } catch (ContractException e) {
            List<Problem> problems = new ArrayList<>(e.problems());
            problems.add(LOCAL);
            throw new ContractException(e.failure(), problems);
        }
    }

    /** The whole environment, where credential helpers and agents are found, but for what would name another repository. */
    private static Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.keySet().removeAll(Set.of("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_COMMON_DIR"));
        environment.put("LC_ALL", "C");
        // There is no terminal to ask on.
        environment.put("GIT_TERMINAL_PROMPT", "0");
        return environment;
    }

    private List<String> command(List<ReleaseTag> tags) {
        List<String> command = new ArrayList<>(List.of(
                "git",
                "push",
                "--atomic",
                "--no-verify",
                "--porcelain",
                "--no-follow-tags",
                "--recurse-submodules=no"));
        command.add("--");
        command.add(remote);
        tags.forEach(tag -> command.add(tag.ref() + ":" + tag.ref()));
        return command;
    }

    /** The tags that were not pushed for a reason, in git's porcelain: the mark, both names with a colon between, the reason. */
    private static List<String> refused(Result result, String reason) {
        return result.stdout()
                .lines()
                .filter(line -> line.startsWith(REFUSED) && line.contains(reason))
                .map(line -> line.substring(REFUSED.length()).replaceFirst(":.*", ""))
                .toList();
    }

    /** Git translates nothing in a porcelain line that starts with an exclamation mark. */
    private ContractException refused(Result result) {
        List<String> taken = refused(result, "already exists");
        if (!taken.isEmpty()) {
            return ContractException.of(
                    Failure.CONFLICT,
                    "\"%s\" has %s already, with another content.".formatted(remote, String.join(", ", taken)),
                    "Run \"git tag --delete %s\" and \"git fetch --tags %s\", and release again."
                            .formatted(String.join(" ", refused(result, "")), remote));
        }
        String reason = result.stderr()
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("hint:"))
                .map(line -> Printable.line(line).replaceFirst("\\.+$", ""))
                .reduce((first, second) -> first + "; " + second)
                .orElse("git ended with status " + result.exitCode());
        return ContractException.of(
                Failure.NO_ANSWER, "The tags could not be pushed to \"" + remote + "\": " + reason + ".", "");
    }
}
