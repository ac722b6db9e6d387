package dev.concordat.release;

import dev.concordat.check.reuse.EarlierRelease;
import dev.concordat.check.reuse.EarlierReleases;
import dev.concordat.check.reuse.ReleaseScan;
import dev.concordat.check.reuse.Use;
import dev.concordat.schema.ContractException;
import dev.concordat.schema.Failure;
import dev.concordat.schema.Problem;
import dev.concordat.schema.Schema;
import dev.concordat.schema.SourceText;
import dev.concordat.schema.source.CommitId;
import dev.concordat.schema.source.FileTree;
import dev.concordat.schema.source.GitRepository;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The contracts of all releases of a module. They are what the tagged commits hold: what a tag's message says of numbers is for people, and neither
 * complete nor proof. So a tag that was made by hand can add numbers to those that are used, and takes none away.
 */
final class ReleasedContracts implements EarlierReleases {
    private final GitRepository repository;
    private final EarlierRevisions earlier;
    private final ContractModule module;
    private final Map<Version, CommitId> commits;

    /**
     * The contracts of a module.
     *
     * @param commits the commits of its releases, the newest first
     */
    ReleasedContracts(
            GitRepository repository, EarlierRevisions earlier, ContractModule module, Map<Version, CommitId> commits) {
        this.repository = repository;
        this.earlier = earlier;
        this.module = module;
        this.commits = commits;
    }

    @Override
    public Found lookUp(Set<Use> uses) throws ContractException {
        ReleaseScan scan = new ReleaseScan(uses);
        GitRepository.UnseenFiles files = repository.unseenFiles();
        List<EarlierRelease> releases = new ArrayList<>();
        for (Map.Entry<Version, CommitId> release : commits.entrySet()) {
            ReleaseTag tag = new ReleaseTag(module.id(), release.getKey());
            Optional<Schema> schema = readable(tag, () -> read(release.getValue(), scan, files));
            schema.ifPresent(found -> releases.add(new EarlierRelease(tag.name(), found)));
        }
        return new Found(releases, scan.numbersByOwner());
    }

    /** The module's contracts of a commit, if they must be looked at. */
    private Optional<Schema> read(CommitId commit, ReleaseScan scan, GitRepository.UnseenFiles files)
            throws ContractException {
        FileTree tree = repository.tree(commit);
        boolean interesting = false;
        String directory = path(commit);
        for (String path : files.in(commit, directory)) {
            if (path.endsWith(".proto")) {
                byte[] content = tree.read(path).orElseThrow(() -> new IllegalStateException(path + " is gone."));
                interesting |= scan.read(new SourceText(path, content));
            }
        }
        return interesting ? Optional.of(earlier.schema(commit).ofModule(directory)) : Optional.empty();
    }

    /** The module's directory at that time. */
    private String path(CommitId commit) throws ContractException {
        return earlier.module(commit, module.id()).orElse(module).path();
    }

    private static <T> T readable(ReleaseTag tag, Question<T> question) throws ContractException {
        try {
            return question.answer();
        } catch (ContractException e) {
            List<Problem> problems = new ArrayList<>();
            problems.add(Problem.of(
                    "The contracts of \"%s\" cannot be read, so nobody knows which numbers and names it used."
                            .formatted(tag),
                    "The reason follows; a tag that was made by mistake may be deleted."));
            problems.addAll(e.problems());
            throw new ContractException(Failure.NO_ANSWER, problems);
        }
    }

    private interface Question<T> {
        T answer() throws ContractException;
    }
}
