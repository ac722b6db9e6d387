package dev.concordat.release;

import dev.concordat.check.input.WorkspaceSchemas;
import dev.concordat.schema.ContractException;
import dev.concordat.schema.Failure;
import dev.concordat.schema.Problem;
import dev.concordat.schema.Schema;
import dev.concordat.schema.config.BufYaml;
import dev.concordat.schema.config.ModuleConfig;
import dev.concordat.schema.config.WorkspaceListing;
import dev.concordat.schema.source.CommitId;
import dev.concordat.schema.source.FileTree;
import dev.concordat.schema.source.GitRepository;
import dev.concordat.waiver.Waiver;
import dev.concordat.waiver.WaiversYaml;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The contracts of earlier commits, each compiled at most once. */
final class EarlierRevisions {
    private static final String BROKEN =
            "Its problems follow. What mends them has nothing to be compared with, so people have to look at it, and merge it.";

    private final GitRepository repository;
    private final String printedPrefix;
    private final WorkspaceSchemas compiler;
    private final Revision current;
    private final Map<CommitId, List<ContractModule>> modules = new HashMap<>();
    private final Map<CommitId, Schema> schemas = new HashMap<>();

    /** Reads and compiles as the current revision was. */
    EarlierRevisions(GitRepository repository, String printedPrefix, WorkspaceSchemas compiler, Revision current) {
        this.repository = repository;
        this.printedPrefix = printedPrefix;
        this.compiler = compiler;
        this.current = current;
    }

    /**
     * What was released of a module.
     *
     * @param commits the commits of its releases, the newest first
     */
    ReleasedContracts released(ContractModule module, Map<Version, CommitId> commits) {
        return new ReleasedContracts(repository, this, module, commits);
    }

    /** The rules of a commit, empty where it has none. */
    Optional<BufYaml> rules(CommitId commit) throws ContractException {
        FileTree tree = repository.tree(commit);
        return answering(commit, () -> BufYaml.find(tree));
    }

    /** How a commit says that its contracts are released, empty where it does not. */
    Optional<ConcordatYaml> configuration(CommitId commit) throws ContractException {
        FileTree tree = repository.tree(commit);
        return answering(commit, () -> ConcordatYaml.find(tree, printedPrefix));
    }

    /** The waivers of what a change is compared with; none where they cannot be read, so that all of the change are looked at. */
    List<Waiver> waivers(Optional<TargetBranch> target) throws ContractException {
        Optional<CommitId> before = target.flatMap(TargetBranch::before);
        if (before.isEmpty()) {
            return List.of();
        }
        FileTree tree = repository.tree(before.get());
        try {
            return WaiversYaml.read(tree, "");
        } catch (ContractException e) {
            if (e.failure() != Failure.CONFIGURATION) {
                throw e;
            }
            return List.of();
        }
    }

    /** The modules that a commit names; without names of its own, and for one under whose name nothing can have been released, the current ones hold. */
    List<ContractModule> modules(CommitId commit) throws ContractException {
        List<ContractModule> known = modules.get(commit);
        if (known == null) {
            ConcordatYaml names = configuration(commit).orElse(current.configuration());
            List<ModuleConfig> configs = rules(commit).map(BufYaml::modules).orElse(List.of());
            known = configs.stream().map(config -> named(config.path(), names)).toList();
            modules.put(commit, known);
        }
        return known;
    }

    private ContractModule named(String path, ConcordatYaml names) {
        ContractModule module = names.named(path);
        return ReleaseTag.ID.matcher(module.id()).matches()
                ? module
                : current.configuration().named(path);
    }

    /** The module that a commit calls so. */
    Optional<ContractModule> module(CommitId commit, String id) throws ContractException {
        return modules(commit).stream().filter(found -> found.id().equals(id)).findFirst();
    }

    /** The contract files of a commit, empty where it names no modules. */
    Optional<WorkspaceListing> listing(CommitId commit) throws ContractException {
        FileTree tree = repository.tree(commit);
        return rules(commit).isPresent()
                ? Optional.of(answering(commit, () -> WorkspaceListing.earlier(tree, printedPrefix)))
                : Optional.empty();
    }

    /** The compiled contracts of a commit. */
    Schema schema(CommitId commit) throws ContractException {
        Schema known = schemas.get(commit);
        if (known == null) {
            FileTree tree = repository.tree(commit);
            known = answering(commit, () -> {
                Optional<WorkspaceListing> listing =
                        AdoptedTree.list(tree, printedPrefix, current.listing().modules());
                return listing.isPresent() ? compiler.compile(listing.get()).schema() : new Schema(List.of());
            });
            schemas.put(commit, known);
        }
        return known;
    }

    /** What is wrong with an earlier commit is no fault of the change that is looked at, but leaves nothing to compare with. */
    static <T> T answering(CommitId commit, Question<T> question) throws ContractException {
        try {
            return question.answer();
        } catch (ContractException e) {
            List<Problem> problems = new ArrayList<>();
            problems.add(Problem.of(
                    "The contracts of commit " + commit + ", to compare with, cannot be read.",
                    e.failure() == Failure.NO_ANSWER ? "Its problems follow." : BROKEN));
            problems.addAll(e.problems());
            throw new ContractException(Failure.NO_ANSWER, problems);
        }
    }

    /** Something that only an earlier commit can answer. */
    interface Question<T> {
        T answer() throws ContractException;
    }
}
