package dev.concordat.release;

import dev.concordat.generate.ProjectInfo;
import dev.concordat.schema.ProtoFile;
import dev.concordat.schema.config.ImportedJar;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Works out the input digests of the modules of a revision. */
final class InputDigests {
    private final Revision revision;
    private final ModuleGraph graph;
    private final Tools tools;

    InputDigests(Revision revision, ModuleGraph graph, Tools tools) {
        this.revision = revision;
        this.graph = graph;
        this.tools = tools;
    }

    InputDigest of(ContractModule module) {
        List<ProtoFile> reached = graph.reachedFiles(module.path());
        ContentDigest own = names(module);
        addFiles(own, revision.schema().ofModule(module.path()).files());
        ContentDigest others = new ContentDigest();
        addFiles(
                others,
                reached.stream().filter(file -> file.module().isPresent()).toList());
        ContentDigest builtIn = new ContentDigest();
        tools.addTo(builtIn);
        addFiles(
                builtIn,
                reached.stream().filter(file -> file.module().isEmpty()).toList());
        reached.stream()
                .flatMap(file -> Optional.ofNullable(revision.jars().get(file.path())).stream())
                .map(ImportedJar::toString)
                .distinct()
                .sorted()
                .forEach(builtIn::add);
        return new InputDigest(own.hex(), others.hex(), builtIn.hex());
    }

    /** The BOM's content is its members and what concordat.yaml says. */
    InputDigest ofBom(List<ReleaseTag> members) {
        ContentDigest own =
                names(new ContractModule(Bom.ID, "", revision.configuration().group(), Bom.ID, Bom.PLATFORM));
        members.forEach(member -> own.add(member.name()));
        ContentDigest others = new ContentDigest();
        ContentDigest built = new ContentDigest();
        tools.addTo(built);
        return new InputDigest(own.hex(), others.hex(), built.hex());
    }

    private ContentDigest names(ContractModule module) {
        ConcordatYaml configuration = revision.configuration();
        ContentDigest digest = new ContentDigest();
        digest.add(module.id()).add(module.group()).add(module.protoArtifact()).add(module.grpcArtifact());
        digest.add(Integer.toString(configuration.javaRelease()));
        ProjectInfo project = configuration.project();
        add(digest, project.url());
        add(digest, project.scmUrl());
        add(digest, project.changelogUrl());
        add(digest, project.license().map(license -> license.name() + " " + license.url()));
        return digest;
    }

    private static void add(ContentDigest digest, Optional<String> value) {
        digest.add(value.orElse(""));
    }

    private static void addFiles(ContentDigest digest, List<ProtoFile> files) {
        files.stream().sorted(Comparator.comparing(ProtoFile::path)).forEach(file -> {
            digest.add(file.path()).add(file.text().bytes());
            file.managed().ifPresent(options -> digest.add(options.toByteArray()));
        });
    }
}
