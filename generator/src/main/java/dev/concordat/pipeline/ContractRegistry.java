package dev.concordat.pipeline;

import dev.concordat.check.input.Dependencies;
import dev.concordat.check.input.WorkspaceSchemas;
import dev.concordat.generate.BuiltArtifact;
import dev.concordat.generate.Lock;
import dev.concordat.generate.MavenSource;
import dev.concordat.generate.Toolchain;
import dev.concordat.publish.Publisher;
import dev.concordat.publish.RepositoryTarget;
import dev.concordat.release.Plan;
import dev.concordat.release.Planner;
import dev.concordat.release.Release;
import dev.concordat.release.Releaser;
import dev.concordat.release.Tools;
import dev.concordat.schema.ContractException;
import dev.concordat.schema.source.DirectoryTree;
import dev.concordat.schema.source.FileTree;
import dev.concordat.schema.source.GitRepository;
import dev.concordat.schema.source.UserCaches;
import dev.concordat.waiver.Waiver;
import dev.concordat.waiver.WaiversFile;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** The registry that a git repository is: its contracts, its releases, and what is made of them. */
public final class ContractRegistry implements AutoCloseable {
    private final GitRepository repository;
    private final String printedPrefix;
    private final MavenSource maven;
    private final UserCaches caches;
    private final Lock lock;
    private final WorkspaceSchemas compiler;

    private ContractRegistry(GitRepository repository, Path directory, MavenSource maven, UserCaches caches)
            throws ContractException {
        this.repository = repository;
        this.maven = maven;
        this.caches = caches;
        Path root = repository.workTree().toAbsolutePath().normalize();
        String back = directory
                .toAbsolutePath()
                .normalize()
                .relativize(root)
                .toString()
                .replace('\\', '/');
        this.printedPrefix = back.isEmpty() ? "" : back + "/";
        FileTree tree = new DirectoryTree(root, printedPrefix);
        this.lock = Lock.read(printedPrefix + Lock.FILE, tree.read(Lock.FILE));
        this.compiler = new WorkspaceSchemas(Dependencies.in(caches));
    }

    /**
     * Opens the registry that a directory lies in.
     *
     * @param directory where the command was started; printed paths are relative to it
     * @param maven where tools and libraries come from, opened when they are needed
     * @param caches where this user keeps tools, and what contracts depend on
     */
    public static ContractRegistry open(Path directory, MavenSource maven, UserCaches caches) throws ContractException {
        GitRepository repository = GitRepository.open(directory);
        try {
            return new ContractRegistry(repository, directory, maven, caches);
        } catch (ContractException e) {
            repository.close();
            throw e;
        }
    }

    /** What a release of the files as they are now would do, and what breaks. */
    public Plan check() throws ContractException {
        return planner().planWorkingTree();
    }

    /** The same for a change that goes to a branch which concordat.yaml of the change may not name. */
    public Plan checkOnto(String targetBranch) throws ContractException {
        return planner().onto(targetBranch).planWorkingTree();
    }

    /**
     * Writes waivers for what a check finds into waivers.yaml of the working tree.
     *
     * @param onto the branch that the change goes to, where concordat.yaml does not say it
     * @return the waivers, with the place of the file
     */
    public List<Waiver> waive(WaiverRequest request, Optional<String> onto) throws ContractException {
        List<Waiver> waivers = new Waiving(check(onto), request).waivers();
        waiversFile().add(waivers);
        return waivers;
    }

    /** Removes the waivers that accept nothing any more from waivers.yaml, and tells which. */
    public List<Waiver> prune(Optional<String> onto) throws ContractException {
        List<Waiver> idle = check(onto).waivers().idle();
        waiversFile().remove(idle);
        return idle;
    }

    private Plan check(Optional<String> onto) throws ContractException {
        return onto.isPresent() ? checkOnto(onto.get()) : check();
    }

    private WaiversFile waiversFile() {
        return new WaiversFile(repository.workTree(), printedPrefix);
    }

    /** Builds and tags what is due in HEAD; the tags stay local. */
    public List<Release> release(Progress progress) throws ContractException {
        Releaser releaser = new Releaser(repository);
        releaser.refuseUncommitted();
        Plan plan = planner().plan(repository.head());
        try (Workshop workshop = workshop(progress)) {
            return releaser.release(plan, workshop.source(plan.revision(), lock, workshop.stage()));
        }
    }

    /** Refuses a remote that the clone does not have. */
    public void refuseUnknown(String remote) throws ContractException {
        new Releaser(repository).refuseUnknown(remote);
    }

    /**
     * Pushes the tags of all releases before HEAD to a remote of the clone, all or none: also those that an earlier push did not get there.
     *
     * @return how many the remote did not have
     */
    public int push(String remote) throws ContractException {
        return new Releaser(repository).push(remote);
    }

    /**
     * Makes a repository agree with the release tags, and adds SNAPSHOTs of what changed since.
     *
     * @param qualifier what parts SNAPSHOTs of branches, such as {@code pr812}
     */
    public PublishReport publish(RepositoryTarget target, Optional<String> qualifier, Progress progress)
            throws ContractException {
        Plan plan = check();
        if (!plan.isAcceptable()) {
            return PublishReport.refused(plan);
        }
        try (Workshop workshop = workshop(progress)) {
            return new Publication(repository, plan, new Publisher(target, maven), workshop, progress)
                    .run(lock, qualifier);
        }
    }

    /** Builds the artifacts of everything that is due, as SNAPSHOTs, into a directory. */
    public PublishReport build(Path into, Progress progress) throws ContractException {
        Plan plan = check();
        if (!plan.isAcceptable()) {
            return PublishReport.refused(plan);
        }
        try (Workshop workshop = workshop(progress)) {
            List<BuiltArtifact> built = workshop.snapshots(plan, lock, Publication.suffix(Optional.empty()), into);
            return new PublishReport(plan, List.of(), Publication.projects(built), Optional.empty());
        }
    }

    @Override
    public void close() {
        repository.close();
    }

    private Planner planner() {
        return new Planner(repository, printedPrefix, compiler, Tools.of(lock), LocalDate.now(ZoneOffset.UTC));
    }

    private Workshop workshop(Progress progress) throws ContractException {
        return new Workshop(repository, maven, this::toolchain, compiler, progress);
    }

    private Toolchain toolchain(Lock wanted) {
        return new Toolchain(wanted, maven, caches.concordat());
    }
}
