package dev.concordat.release;

import dev.concordat.generate.BomRequest;
import dev.concordat.generate.Coordinates;
import dev.concordat.generate.ModuleDependency;
import dev.concordat.generate.StubRequest;
import dev.concordat.schema.ContractException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Turns what is planned, or what a tag says was released, into what a builder is asked for.
 *
 * @param revision the contracts that are planned, or those of the tag's commit
 */
public record BuildRequests(Revision revision) {

    /** The stubs of a planned release. */
    public StubRequest stubs(ModulePlan plan) throws ContractException {
        return stubs(
                plan.tag(),
                plan.dependencies(),
                plan.inputs(),
                release -> release.version().toString());
    }

    /** The stubs of a release, to be built again; the revision is that of its commit. */
    public StubRequest stubs(Release release) throws ContractException {
        ReleaseRecord record = release.message();
        return stubs(
                record.tag(),
                record.dependencies(),
                record.inputs(),
                tag -> tag.version().toString());
    }

    /**
     * The stubs of a module that is due, before its release.
     *
     * @param suffix what marks the versions of all modules that are due, such as {@code -SNAPSHOT}
     */
    public StubRequest snapshot(Plan plan, ModulePlan module, String suffix) throws ContractException {
        return stubs(module.tag(), module.dependencies(), module.inputs(), version(plan, suffix));
    }

    /** The BOM and the platform of a planned release. */
    public List<BomRequest> boms(Bom bom) throws ContractException {
        return boms(bom.tag(), bom.members(), release -> release.version().toString());
    }

    /** The BOM and the platform of a release, to be built again; the revision is that of its commit. */
    public List<BomRequest> boms(Release release) throws ContractException {
        ReleaseRecord record = release.message();
        return boms(record.tag(), record.members(), tag -> tag.version().toString());
    }

    /** The BOM and the platform of a plan, before its release. */
    public List<BomRequest> snapshotBoms(Plan plan, Bom bom, String suffix) throws ContractException {
        return boms(bom.tag(), bom.members(), version(plan, suffix));
    }

    private static Function<ReleaseTag, String> version(Plan plan, String suffix) {
        return tag -> tag.version()
                + (plan.module(tag.id()).filter(module -> !module.due()).isPresent() ? "" : suffix);
    }

    private StubRequest stubs(
            ReleaseTag tag, List<ReleaseTag> dependencies, InputDigest inputs, Function<ReleaseTag, String> version)
            throws ContractException {
        ContractModule module = module(tag);
        return new StubRequest(
                module.id(),
                module.group(),
                module.protoArtifact(),
                module.grpcArtifact(),
                version.apply(tag),
                revision.schema(),
                artifacts(),
                module.path(),
                dependencies.stream()
                        .map(dependency -> new ModuleDependency(
                                module(dependency).path(), proto(module(dependency), version.apply(dependency))))
                        .toList(),
                revision.configuration().project(),
                inputs.combined());
    }

    private Map<String, Coordinates> artifacts() throws ContractException {
        Map<String, Coordinates> artifacts = new HashMap<>();
        revision.jars()
                .forEach((path, jar) ->
                        artifacts.put(path, new Coordinates(jar.group(), jar.artifact(), jar.version())));
        return artifacts;
    }

    private List<BomRequest> boms(ReleaseTag tag, List<ReleaseTag> members, Function<ReleaseTag, String> version)
            throws ContractException {
        List<Coordinates> artifacts = new ArrayList<>();
        for (ReleaseTag member : members) {
            ContractModule module = module(member);
            artifacts.add(proto(module, version.apply(member)));
            if (!revision.schema().ofModule(module.path()).services().isEmpty()) {
                artifacts.add(new Coordinates(module.group(), module.grpcArtifact(), version.apply(member)));
            }
        }
        ConcordatYaml configuration = revision.configuration();
        Coordinates bom = new Coordinates(configuration.group(), Bom.ID, version.apply(tag));
        Coordinates platform = new Coordinates(configuration.group(), Bom.PLATFORM, version.apply(tag));
        return List.of(
                new BomRequest(bom, artifacts, Optional.empty(), configuration.project()),
                new BomRequest(platform, List.of(), Optional.of(bom), configuration.project()));
    }

    private static Coordinates proto(ContractModule module, String version) {
        return new Coordinates(module.group(), module.protoArtifact(), version);
    }

    private ContractModule module(ReleaseTag tag) {
        return revision.modules().stream()
                .filter(module -> module.id().equals(tag.id()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No module of " + tag + " in this revision."));
    }
}
