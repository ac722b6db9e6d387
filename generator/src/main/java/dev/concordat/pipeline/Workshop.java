package dev.concordat.pipeline;

import dev.concordat.check.input.WorkspaceSchemas;
import dev.concordat.generate.BomRequest;
import dev.concordat.generate.BuiltArtifact;
import dev.concordat.generate.Lock;
import dev.concordat.generate.MavenSource;
import dev.concordat.generate.StubBuilder;
import dev.concordat.generate.StubRequest;
import dev.concordat.generate.Toolchain;
import dev.concordat.release.ArtifactSource;
import dev.concordat.release.Bom;
import dev.concordat.release.BuildRequests;
import dev.concordat.release.ModulePlan;
import dev.concordat.release.Plan;
import dev.concordat.release.Release;
import dev.concordat.release.Revision;
import dev.concordat.schema.ContractException;
import dev.concordat.schema.Failure;
import dev.concordat.schema.process.ScratchDirectory;
import dev.concordat.schema.source.CommitId;
import dev.concordat.schema.source.FileReason;
import dev.concordat.schema.source.FileTree;
import dev.concordat.schema.source.GitRepository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Builds artifacts: what is due, as SNAPSHOTs, and releases, again from their tags. Compilers stay warm for all of a run. */
final class Workshop implements AutoCloseable {
    private final GitRepository repository;
    private final MavenSource maven;
    private final Function<Lock, Toolchain> toolchains;
    private final WorkspaceSchemas compiler;
    private final Progress progress;
    private final ScratchDirectory scratch;
    private final Map<String, StubBuilder> builders = new HashMap<>();
    private final Map<CommitId, Revision> revisions = new HashMap<>();

    Workshop(
            GitRepository repository,
            MavenSource maven,
            Function<Lock, Toolchain> toolchains,
            WorkspaceSchemas compiler,
            Progress progress)
            throws ContractException {
        this.repository = repository;
        this.maven = maven;
        this.toolchains = toolchains;
        this.compiler = compiler;
        this.progress = progress;
        try {
            this.scratch = ScratchDirectory.create("concordat-stubs");
        } catch (IOException e) {
            throw ContractException.of(
                    Failure.NO_ANSWER,
                    "There is no temporary directory: " + FileReason.withFile(e) + ".",
                    "Set TMPDIR to one that is writable and has space.");
        }
    }

    /** Where the files of this run lie until it ends. */
    Path stage() {
        return scratch.path().resolve("stage");
    }

    /**
     * Builds everything that is due, and the BOM, before its release.
     *
     * @param lock the lock of the files as they are now
     * @param suffix what the versions end with
     */
    List<BuiltArtifact> snapshots(Plan plan, Lock lock, String suffix, Path into) throws ContractException {
        BuildRequests requests = new BuildRequests(plan.revision());
        ArtifactSource source = source(plan.revision(), lock, into);
        List<BuiltArtifact> built = new ArrayList<>();
        for (ModulePlan module : plan.due()) {
            built.addAll(source.build(requests.snapshot(plan, module, suffix)));
        }
        if (plan.bom().isPresent()) {
            for (BomRequest bom : requests.snapshotBoms(plan, plan.bom().get(), suffix)) {
                built.addAll(source.buildBom(bom));
            }
        }
        return built;
    }

    /** Builds a release again, from the tree and with the lock that its tag names. */
    List<BuiltArtifact> rebuild(Release release) throws ContractException {
        Revision revision = revision(release.commit());
        BuildRequests requests = new BuildRequests(revision);
        ArtifactSource source = source(revision, lock(repository.tree(release.commit())), stage());
        if (!release.module().equals(Bom.ID)) {
            return source.build(requests.stubs(release));
        }
        List<BuiltArtifact> built = new ArrayList<>();
        for (BomRequest bom : requests.boms(release)) {
            built.addAll(source.buildBom(bom));
        }
        return built;
    }

    /** The contracts of a commit. */
    Revision revision(CommitId commit) throws ContractException {
        Revision known = revisions.get(commit);
        if (known == null) {
            known = Revision.read(repository.tree(commit), "", compiler);
            revisions.put(commit, known);
        }
        return known;
    }

    /** What builds a revision's artifacts with the tools of a lock. */
    ArtifactSource source(Revision revision, Lock lock, Path into) throws ContractException {
        StubBuilder builder = builder(lock, revision.configuration().javaRelease());
        return new ArtifactSource() {
            @Override
            public List<BuiltArtifact> build(StubRequest request) throws ContractException {
                progress.step("building " + request.id() + " " + request.version());
                return builder.build(request, into);
            }

            @Override
            public List<BuiltArtifact> buildBom(BomRequest request) throws ContractException {
                return builder.buildBom(request, into);
            }
        };
    }

    /** The lock of a tree. */
    static Lock lock(FileTree tree) throws ContractException {
        return Lock.read(Lock.FILE, tree.read(Lock.FILE));
    }

    @Override
    public void close() {
        builders.values().forEach(StubBuilder::close);
        try {
            scratch.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private StubBuilder builder(Lock lock, int javaRelease) throws ContractException {
        String key = lock.digest() + " " + javaRelease;
        StubBuilder known = builders.get(key);
        if (known == null) {
            Path classes = scratch.path().resolve("classes" + builders.size());
            known = new StubBuilder(toolchains.apply(lock), maven, javaRelease, classes);
            builders.put(key, known);
        }
        return known;
    }
}
