package dev.concordat.publish;

import dev.concordat.generate.BuiltArtifact;
import dev.concordat.generate.Coordinates;
import dev.concordat.generate.MavenContext;
import dev.concordat.generate.MavenSource;
import dev.concordat.schema.ContractException;
import dev.concordat.schema.Failure;
import dev.concordat.schema.source.FileReason;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.deployment.DeployRequest;
import org.eclipse.aether.deployment.DeploymentException;

/** Brings artifacts into a repository: releases file by file and create-only, SNAPSHOTs as Maven does. */
public final class Publisher {
    private final RepositoryTarget target;
    private final MavenSource maven;
    private final ArtifactRepository repository;

    /** A publisher to a repository. */
    public Publisher(RepositoryTarget target, MavenSource maven) throws ContractException {
        this.target = target;
        this.maven = maven;
        this.repository = target.open(maven);
    }

    /**
     * The files of a release that are missing.
     *
     * @throws ContractException of kind CONFLICT, before anything is written, when one is there with other bytes
     */
    public List<String> missing(ReleasedFiles release) throws ContractException {
        return release.missing(repository);
    }

    /**
     * Writes the missing files of a release: POMs first, main jars last, each read back.
     *
     * @param built the artifacts, whose digests are those of the release
     */
    public void publish(ReleasedFiles release, List<String> missing, List<BuiltArtifact> built)
            throws ContractException {
        Map<String, BuiltArtifact> byName =
                built.stream().collect(Collectors.toMap(BuiltArtifact::fileName, Function.identity()));
        checkDigests(release, byName);
        for (String name : release.order()) {
            BuiltArtifact artifact = byName.get(name);
            if (artifact != null && missing.contains(name)) {
                write(release.path(name), bytes(artifact));
            }
        }
    }

    /** Lists the released versions of a project in its metadata. */
    public void list(Coordinates project, Collection<String> versions, Instant updated) throws ContractException {
        Metadata.list(repository, project, versions, updated);
    }

    /** Deploys SNAPSHOTs together; how it goes on the way is up to the server, and not atomic. */
    public void deploy(List<BuiltArtifact> snapshots) throws ContractException {
        if (snapshots.isEmpty()) {
            return;
        }
        MavenContext context = maven.open();
        DeployRequest request = new DeployRequest().setRepository(target.remote(maven));
        for (BuiltArtifact artifact : snapshots) {
            request.addArtifact(new DefaultArtifact(
                            artifact.groupId(),
                            artifact.artifactId(),
                            artifact.classifier(),
                            artifact.extension(),
                            artifact.version())
                    .setFile(artifact.file().toFile()));
        }
        try {
            context.system().deploy(context.session(), request);
        } catch (DeploymentException e) {
            throw ContractException.of(
                    Failure.NO_ANSWER,
                    "The SNAPSHOTs could not be published to %s: %s."
                            .formatted(repository.description(), e.getMessage()),
                    "Check the address, the credentials of server \"%s\" in ~/.m2/settings.xml, and that the repository takes SNAPSHOTs; one for releases does not."
                            .formatted(target.id()));
        }
    }

    private void write(String path, byte[] bytes) throws ContractException {
        for (var checksum : Digests.files(bytes).entrySet()) {
            repository.create(path + checksum.getKey(), checksum.getValue());
        }
        repository.create(path, bytes);
        Optional<byte[]> stored = repository.read(path);
        if (stored.isEmpty() || !Arrays.equals(stored.get(), bytes)) {
            throw ContractException.of(
                    Failure.NO_ANSWER,
                    "\"%s\" came back from %s with other bytes than were sent."
                            .formatted(path, repository.description()),
                    "Run the command again: it goes on where it stopped.");
        }
    }

    /** What is built now must be what was released: the tag is the claim. */
    private void checkDigests(ReleasedFiles release, Map<String, BuiltArtifact> built) throws ContractException {
        List<String> different = new ArrayList<>();
        release.sha256().forEach((name, digest) -> {
            BuiltArtifact artifact = built.get(name);
            if (artifact == null || !artifact.sha256().equals(digest)) {
                different.add(name);
            }
        });
        if (!different.isEmpty()) {
            throw ContractException.of(
                    Failure.CONFLICT,
                    "The tag of %s names other bytes than this tool builds for: %s."
                            .formatted(release, String.join(", ", different)),
                    "Use the version of Concordat that the tag names. Nothing was published.");
        }
    }

    private static byte[] bytes(BuiltArtifact artifact) throws ContractException {
        try {
            return Files.readAllBytes(artifact.file());
        } catch (IOException e) {
            throw ContractException.of(
                    Failure.NO_ANSWER,
                    "\"%s\" cannot be read: %s.".formatted(artifact.file(), FileReason.of(e)),
                    "Run the command again.");
        }
    }
}
