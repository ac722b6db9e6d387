package dev.concordat.release;

import dev.concordat.check.Violation;
import dev.concordat.generate.BomRequest;
import dev.concordat.generate.BuiltArtifact;
import dev.concordat.schema.ContractException;
import dev.concordat.schema.Failure;
import dev.concordat.schema.Place;
import dev.concordat.schema.Position;
import dev.concordat.schema.Problem;
import dev.concordat.schema.source.CommitId;
import dev.concordat.schema.source.GitRepository;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Carries out a plan: builds what is due and creates all tags of the commit together, or none. */
public final class Releaser {
    private static final int LONGEST_LIST = 100;

    private final GitRepository repository;

    /** A releaser for a repository, which must stay open. */
    public Releaser(GitRepository repository) {
        this.repository = repository;
    }

    /**
     * Builds every due module and tags the commit; the tags stay local.
     *
     * @return the releases, modules first, empty when nothing is due
     */
    public List<Release> release(Plan plan, ArtifactSource source) throws ContractException {
        CommitId commit = plan.commit().orElseThrow(() -> uncommitted(List.of()));
        refuseViolations(plan);
        List<ReleaseRecord> records = new ArrayList<>();
        BuildRequests requests = new BuildRequests(plan.revision());
        for (ModulePlan module : plan.due()) {
            records.add(record(plan, module, source.build(requests.stubs(module))));
        }
        if (plan.bom().isPresent()) {
            List<BuiltArtifact> built = new ArrayList<>();
            for (BomRequest request : requests.boms(plan.bom().get())) {
                built.addAll(source.buildBom(request));
            }
            records.add(record(plan, plan.bom().get(), built));
        }
        new TagWriter(repository).create(commit, records);
        return records.stream()
                .map(record -> new Release(record.tag(), commit, record))
                .toList();
    }

    /** Refuses a remote that the clone does not have. */
    public void refuseUnknown(String remote) throws ContractException {
        new TagPush(repository, remote).refuseUnknown();
    }

    /**
     * Pushes the tags of all releases before HEAD to a remote, all or none: also those that an earlier push did not get there.
     *
     * @return how many the remote did not have
     */
    public int push(String remote) throws ContractException {
        ReleaseHistory history = ReleaseHistory.read(repository);
        List<ReleaseTag> tags = new ArrayList<>();
        for (String id : history.ids()) {
            history.reachable(id, repository.head(), tag -> true).forEach(release -> tags.add(release.tag()));
        }
        return tags.isEmpty() ? 0 : new TagPush(repository, remote).push(tags);
    }

    /** Refuses to go on when a file that decides a release differs from HEAD: only what is committed can be released. */
    public void refuseUncommitted() throws ContractException {
        List<String> dirty = Planner.dirtyPaths(repository);
        if (!dirty.isEmpty()) {
            throw uncommitted(dirty);
        }
    }

    private static ContractException uncommitted(List<String> files) {
        String remedy = "Commit or stash the changes; \"concordat release --dry-run\" shows the plan without.";
        return files.isEmpty()
                ? ContractException.of(Failure.NO_ANSWER, "Only what is committed can be released.", remedy)
                : new ContractException(
                        Failure.NO_ANSWER,
                        files.stream()
                                .map(file -> Problem.at(
                                        Place.of(file),
                                        "It is not committed, and only what is can be released.",
                                        remedy))
                                .toList());
    }

    private static void refuseViolations(Plan plan) throws ContractException {
        List<Problem> problems = new ArrayList<>();
        problems.addAll(plan.problems());
        plan.waivers().expired().stream()
                .filter(problem -> !problems.contains(problem))
                .forEach(problems::add);
        for (Violation violation : plan.violations()) {
            problems.add(new Problem(
                    place(violation),
                    violation.ruleId() + ": " + violation.message(),
                    "It would break those who use it."));
        }
        if (!problems.isEmpty()) {
            throw new ContractException(Failure.CONTRACT, problems);
        }
    }

    private static Optional<Place> place(Violation violation) {
        return violation.location().or(violation::previousLocation).map(location -> {
            Position start = location.startPosition();
            return new Place(location.path(), start.line(), start.column());
        });
    }

    private static ReleaseRecord record(Plan plan, ModulePlan module, List<BuiltArtifact> artifacts) {
        return new ReleaseRecord(
                module.tag(),
                module.bump(),
                changes(module.bump(), module.why()),
                module.inputs(),
                module.dependencies(),
                List.of(),
                digests(artifacts),
                module.change().accepted(),
                module.change().retired(),
                plan.tools());
    }

    private static ReleaseRecord record(Plan plan, Bom bom, List<BuiltArtifact> artifacts) {
        return new ReleaseRecord(
                bom.tag(),
                bom.bump(),
                changes(bom.bump(), bom.why()),
                bom.inputs(),
                List.of(),
                bom.members(),
                digests(artifacts),
                List.of(),
                List.of(),
                plan.tools());
    }

    /** Without places: their paths depend on where the command was started, and two people must make the same tag. */
    private static List<String> changes(Optional<Bump> bump, List<Reason> why) {
        List<String> changes = new ArrayList<>();
        why.stream()
                .limit(LONGEST_LIST)
                .forEach(reason -> changes.add(bump.isPresent() ? reason.bump() + " " + reason.text() : reason.text()));
        if (why.size() > LONGEST_LIST) {
            changes.add("and " + (why.size() - LONGEST_LIST) + " more");
        }
        return changes;
    }

    private static SortedMap<String, String> digests(List<BuiltArtifact> artifacts) {
        SortedMap<String, String> digests = new TreeMap<>();
        artifacts.forEach(artifact -> digests.put(artifact.fileName(), artifact.sha256()));
        return digests;
    }
}
