package dev.concordat.release;

import dev.concordat.generate.ProjectInfo;
import dev.concordat.schema.ContractException;
import dev.concordat.schema.ContractFile;
import dev.concordat.schema.config.ImportedJar;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Works out the input digests of the modules of a revision. */
final class InputDigests {
    private final Revision revision;
    private final Outlines outlines;
    private final Tools tools;

    InputDigests(Revision revision, Outlines outlines, Tools tools) {
        this.revision = revision;
        this.outlines = outlines;
        this.tools = tools;
    }

    InputDigest of(ContractModule module) throws ContractException {
        Map<Boolean, List<ContractFile>> reached = outlines.reachedFrom(module.path()).stream()
                .collect(Collectors.partitioningBy(file -> file.module().isPresent()));
        ContentDigest own = names(module);
        addFiles(own, outlines.filesOf(module.path()));
        ContentDigest others = new ContentDigest();
        addFiles(others, reached.getOrDefault(true, List.of()));
        ContentDigest builtIn = new ContentDigest();
        tools.addTo(builtIn);
        List<ContractFile> thirdParties = reached.getOrDefault(false, List.of());
        addFiles(builtIn, thirdParties);
        jarsOf(thirdParties).forEach(builtIn::add);
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

    /** The jars that files are from, sorted. */
    private Set<String> jarsOf(List<ContractFile> files) throws ContractException {
        Map<String, ImportedJar> jars = revision.jars();
        Set<String> named = new TreeSet<>();
        for (ContractFile file : files) {
            Optional.ofNullable(jars.get(file.importPath()))
                    .map(ImportedJar::toString)
                    .ifPresent(named::add);
        }
        return named;
    }

    private void addFiles(ContentDigest digest, List<ContractFile> files) throws ContractException {
        for (ContractFile file : sorted(files)) {
            digest.add(file.importPath()).add(file.text().bytes());
            revision.managed(file.importPath()).ifPresent(options -> digest.add(options.toByteArray()));
        }
    }

    private static List<ContractFile> sorted(List<ContractFile> files) {
        return files.stream()
                .sorted((file, other) -> file.importPath().compareTo(other.importPath()))
                .toList();
    }
}
