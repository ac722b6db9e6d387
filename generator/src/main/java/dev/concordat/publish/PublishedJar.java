package dev.concordat.publish;

import dev.concordat.generate.Coordinates;
import dev.concordat.generate.MavenContext;
import dev.concordat.generate.MavenSource;
import dev.concordat.schema.ContractException;
import dev.concordat.schema.Failure;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;

/** Finds the jar of a published version. */
public final class PublishedJar {
    private final MavenSource maven;
    private final Path registry;

    /**
     * A finder of jars.
     *
     * @param maven where jars come from
     * @param registry a repository in a directory, which is asked first, whether it is there or not
     */
    public PublishedJar(MavenSource maven, Path registry) {
        this.maven = maven;
        this.registry = registry;
    }

    /** The jar of {@code group:artifact:version}. */
    public Path find(String coordinates) throws ContractException {
        Coordinates wanted = parse(coordinates);
        Path kept = registry.resolve(wanted.groupId().replace('.', '/'))
                .resolve(wanted.artifactId())
                .resolve(wanted.version())
                .resolve(wanted.artifactId() + "-" + wanted.version() + ".jar");
        return Files.isRegularFile(kept) ? kept : resolve(wanted);
    }

    private static Coordinates parse(String text) throws ContractException {
        String[] parts = text.split(":", -1);
        try {
            if (parts.length == 3) {
                return new Coordinates(parts[0], parts[1], parts[2]);
            }
        } catch (IllegalStateException e) {
            // Told below, with all of it.
        }
        throw ContractException.of(
                Failure.CONFIGURATION,
                "\"%s\" are no Maven coordinates.".formatted(text),
                "Write maven:group:artifact:version.");
    }

    private Path resolve(Coordinates wanted) throws ContractException {
        MavenContext context = maven.open();
        DefaultArtifact artifact = new DefaultArtifact(wanted.groupId(), wanted.artifactId(), "jar", wanted.version());
        try {
            return context.system()
                    .resolveArtifact(
                            context.session(), new ArtifactRequest(artifact, context.repositories(), "concordat"))
                    .getArtifact()
                    .getFile()
                    .toPath();
        } catch (ArtifactResolutionException e) {
            throw ContractException.of(
                    Failure.NO_ANSWER,
                    "%s is neither in \"%s\" nor in a repository of Maven's settings: %s."
                            .formatted(wanted, registry, e.getMessage()),
                    "Correct the coordinates, or the repositories and credentials in ~/.m2/settings.xml.");
        }
    }
}
