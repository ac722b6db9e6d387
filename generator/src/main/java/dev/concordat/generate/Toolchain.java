package dev.concordat.generate;

import dev.concordat.schema.ContractException;
import dev.concordat.schema.Failure;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;

/**
 * The programs of a lock, ready to run. They are resolved as Maven artifacts, compared with the lock's digests and kept, executable, in a directory that
 * is named by the digest; a program that is there already needs neither Maven nor the network.
 */
public final class Toolchain {
    private final Lock lock;
    private final MavenSource maven;
    private final Path cache;

    /**
     * A toolchain.
     *
     * @param cache a directory of this user that may be deleted at any time
     */
    public Toolchain(Lock lock, MavenSource maven, Path cache) {
        this.lock = lock;
        this.maven = maven;
        this.cache = cache;
    }

    /** What it was made from. */
    public Lock lock() {
        return lock;
    }

    /** The protobuf compiler. */
    public Path protoc() throws ContractException {
        return program(Lock.PROTOC);
    }

    /** The plugin of protoc that writes service stubs. */
    Path grpcPlugin() throws ContractException {
        return program(Lock.GRPC_PLUGIN);
    }

    /** The jar of the Java compiler. */
    Path compilerJar() throws ContractException {
        LockedTool tool = lock.tool(Lock.COMPILER);
        return kept(tool, "jar", "", "jar");
    }

    private Path program(String role) throws ContractException {
        LockedTool tool = lock.tool(role);
        String platform = Platform.classifier();
        return kept(tool, platform, platform, "exe");
    }

    private Path kept(LockedTool tool, String file, String classifier, String extension) throws ContractException {
        String digest = Optional.ofNullable(tool.sha256().get(file))
                .orElseThrow(() -> ContractException.of(
                        Failure.NO_ANSWER,
                        "concordat.lock has no %s for %s."
                                .formatted(tool.artifact().artifactId(), file),
                        "It has: %s.".formatted(String.join(", ", tool.sha256().keySet()))));
        Path kept =
                cache.resolve("tools").resolve(digest).resolve(tool.artifact().artifactId() + "." + extension);
        if (!Files.isRegularFile(kept)) {
            keep(resolve(tool, classifier, extension, digest), kept);
        }
        return kept;
    }

    private Path resolve(LockedTool tool, String classifier, String extension, String digest) throws ContractException {
        Coordinates from = tool.artifact();
        Artifact artifact =
                new DefaultArtifact(from.groupId(), from.artifactId(), classifier, extension, from.version());
        MavenContext context = maven.open();
        try {
            Path file = context.system()
                    .resolveArtifact(
                            context.session(), new ArtifactRequest(artifact, context.repositories(), "concordat"))
                    .getArtifact()
                    .getFile()
                    .toPath();
            String found = Sha256.of(file);
            if (!found.equals(digest)) {
                throw ContractException.of(
                        Failure.NO_ANSWER,
                        "%s has SHA-256 %s, but concordat.lock says %s, so it is not run."
                                .formatted(artifact, found, digest),
                        "Delete \"%s\" if the download was damaged; otherwise find out who changed the file or the lock."
                                .formatted(file));
            }
            return file;
        } catch (ArtifactResolutionException e) {
            throw Unresolved.problem(artifact.toString(), e);
        }
    }

    /** Copies first and renames then, so that whoever looks meanwhile sees nothing or all. */
    private static void keep(Path from, Path kept) throws ContractException {
        try {
            Files.createDirectories(kept.getParent());
            Path copy = Files.createTempFile(kept.getParent(), "copy", ".tmp");
            try {
                Files.copy(from, copy, StandardCopyOption.REPLACE_EXISTING);
                if (!copy.toFile().setExecutable(true)) {
                    throw new IOException("\"" + copy + "\" cannot be made executable");
                }
                move(copy, kept);
            } finally {
                // It is there no more, unless something failed.
                Files.deleteIfExists(copy);
            }
        } catch (IOException e) {
            throw ContractException.of(
                    Failure.NO_ANSWER,
                    "A tool cannot be kept in \"%s\": %s.".formatted(kept.getParent(), Reasons.of(e)),
                    "Make the directory writable, or set XDG_CACHE_HOME to one that is.");
        }
    }

    private static void move(Path copy, Path kept) throws IOException {
        try {
            Files.move(copy, kept, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(copy, kept, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
