package dev.concordat.release;

import dev.concordat.check.input.WorkspaceSchemas;
import dev.concordat.release.ComparedContracts.Extent;
import dev.concordat.schema.ContractException;
import dev.concordat.schema.Failure;
import dev.concordat.schema.config.BufYaml;
import dev.concordat.schema.config.ModuleConfig;
import dev.concordat.schema.source.CommitId;
import dev.concordat.schema.source.ContentTree;
import dev.concordat.schema.source.DirectoryTree;
import dev.concordat.schema.source.FileTree;
import dev.concordat.schema.source.GitRepository;
import dev.concordat.schema.source.PathRules;
import dev.concordat.schema.source.SparseCheckout;
import dev.concordat.waiver.WaiversYaml;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Works out what a release of a commit would do, or one of the working tree as if it were committed after HEAD. */
public final class Planner {
    /** The file that names the tools, beside buf.yaml. */
    public static final String LOCK = "concordat.lock";

    /** The file that may set options for all contracts. */
    private static final String BUF_GEN = "buf.gen.yaml";

    private final GitRepository repository;
    private final String printedPrefix;
    private final WorkspaceSchemas compiler;
    private final Extent extent;
    private final Tools tools;
    private final LocalDate today;
    private final Optional<String> branch;

    /**
     * A planner for a repository with buf.yaml at its root.
     *
     * @param repository must stay open
     * @param printedPrefix what precedes the paths of files when they are printed, empty or with a slash at its end
     * @param today the day on which waivers may have expired
     */
    public Planner(
            GitRepository repository, String printedPrefix, WorkspaceSchemas compiler, Tools tools, LocalDate today) {
        this(repository, printedPrefix, compiler, Extent.TOUCHED, tools, today, Optional.empty());
    }

    private Planner(
            GitRepository repository,
            String printedPrefix,
            WorkspaceSchemas compiler,
            Extent extent,
            Tools tools,
            LocalDate today,
            Optional<String> branch) {
        this.repository = repository;
        this.printedPrefix = printedPrefix;
        this.compiler = compiler;
        this.extent = extent;
        this.tools = tools;
        this.today = today;
        this.branch = branch;
    }

    /**
     * The same planner for another target branch than concordat.yaml names. A gate that knows where a change goes must
     * say so: the change could name a branch of its own, and be measured by its own rules.
     */
    public Planner onto(String targetBranch) {
        return new Planner(repository, printedPrefix, compiler, extent, tools, today, Optional.of(targetBranch));
    }

    /** The same planner, which compiles everything: what the other one must say. */
    Planner ofAll() {
        return new Planner(repository, printedPrefix, compiler, Extent.ALL, tools, today, branch);
    }

    /** Plans the release of a commit. */
    public Plan plan(CommitId commit) throws ContractException {
        return plan(repository.tree(commit), Optional.of(commit), false);
    }

    /** Plans the release of the files as they are now; that is HEAD when they are all committed. */
    public Plan planWorkingTree() throws ContractException {
        Optional<CommitId> head = repository.find("HEAD");
        if (head.isPresent() && !repository.isDirty(decidingPaths(repository))) {
            return plan(head.get());
        }
        FileTree tree = new DirectoryTree(repository.workTree(), printedPrefix);
        refuseSparse();
        Optional<FileTree> committed = head.isPresent() ? Optional.of(repository.tree(head.get())) : Optional.empty();
        return plan(new ContentTree(tree, committed), head, true);
    }

    /** The files and directories of modules that decide a release and are not as in HEAD. */
    static List<String> dirtyPaths(GitRepository repository) throws ContractException {
        List<String> dirty = new ArrayList<>();
        for (String path : decidingPaths(repository)) {
            if (repository.isDirty(List.of(path))) {
                dirty.add(path);
            }
        }
        return dirty;
    }

    /** A repository's first commit has no release before it, nor has what will be its first; where there are releases, that history is not theirs. */
    private static void refuseRewritten(ReleaseHistory history, Optional<CommitId> first) throws ContractException {
        for (String id : history.ids()) {
            if (first.isPresent() && history.lastReachable(id, first.get()).isPresent()) {
                return;
            }
        }
        Optional<String> released = history.ids().stream().findFirst();
        if (released.isPresent()) {
            throw ContractException.of(
                    Failure.NO_ANSWER,
                    "%s, and yet there are releases of \"%s\": the history that they belong to was replaced."
                            .formatted(
                                    first.map(commit -> "Commit " + commit.shortSha() + " has no commit before it")
                                            .orElse("HEAD has no commit"),
                                    released.get()),
                    "Put the branch back on the history that has them; what they promised cannot be seen from here.");
        }
    }

    private void refuseSparse() throws ContractException {
        List<String> leftOut = SparseCheckout.leftOut(repository);
        for (String path : decidingPaths(repository)) {
            Optional<String> missing = leftOut.stream()
                    .filter(file -> file.equals(path) || file.startsWith(path + "/"))
                    .findFirst();
            if (missing.isPresent()) {
                throw ContractException.of(
                        Failure.NO_ANSWER,
                        "This checkout is sparse: %s and perhaps others are not in it."
                                .formatted(PathRules.quoted(missing.get())),
                        "Run \"git sparse-checkout add %s\", or \"git sparse-checkout disable\".".formatted(path));
            }
        }
    }

    /** The files and directories of modules that decide a release. */
    private static List<String> decidingPaths(GitRepository repository) throws ContractException {
        FileTree now = new DirectoryTree(repository.workTree(), "");
        BufYaml configuration = BufYaml.find(now).orElseGet(() -> BufYaml.withoutFile(BufYaml.FILE));
        List<String> paths = new ArrayList<>(configuration.files());
        paths.addAll(List.of(BUF_GEN, ConcordatYaml.FILE, WaiversYaml.FILE, LOCK));
        configuration.modules().stream().map(ModuleConfig::path).forEach(paths::add);
        return paths;
    }

    private Plan plan(FileTree tree, Optional<CommitId> head, boolean uncommitted) throws ContractException {
        TargetBranch.refuseShallow(repository);
        Revision current = Revision.read(tree, printedPrefix, compiler);
        String onto = TargetBranch.nameOf(branch.orElse(current.configuration().branch()));
        if (head.isEmpty()) {
            TargetBranch.refuseUnborn(repository, onto);
        }
        Optional<TargetBranch> target = head.isEmpty()
                ? Optional.empty()
                : Optional.of(TargetBranch.of(repository, onto, head.get(), uncommitted));
        EarlierRevisions earlier = new EarlierRevisions(repository, printedPrefix, compiler, current);
        ReleaseHistory history = ReleaseHistory.read(repository);
        MissingReleases.refuse(history);
        if (target.flatMap(TargetBranch::before).isEmpty()) {
            refuseRewritten(history, head);
        }
        ComparedContracts contracts = new ComparedContracts(current, earlier, compiler, extent);
        Ground ground = Ground.of(current, target, earlier, contracts, history);
        Waivers waivers =
                new Waivers(WaiversYaml.read(tree, printedPrefix), earlier.waivers(target), today, history, head);
        return new Planning(ground, head, tools, waivers).plan(uncommitted);
    }
}
