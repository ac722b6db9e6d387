package dev.concordat.generate;

import dev.concordat.schema.Schema;
import java.util.List;
import java.util.Map;

/**
 * One module to be built at one version.
 *
 * @param id the module's id, as in tags
 * @param group the Maven group of its artifacts
 * @param protoArtifact the name of the artifact with its messages
 * @param grpcArtifact the name of the artifact with its service stubs
 * @param version the version of both
 * @param schema the whole workspace, compiled
 * @param imported by import path, the artifacts that hold the classes of third parties' contracts, where they are known from the workspace
 * @param modulePath the module's path in buf.yaml
 * @param dependencies the artifacts of the workspace's other modules, at least of those that this one imports
 * @param inputDigest the digest of everything that decides the content, for the manifest
 */
public record StubRequest(
        String id,
        String group,
        String protoArtifact,
        String grpcArtifact,
        String version,
        Schema schema,
        Map<String, Coordinates> imported,
        String modulePath,
        List<ModuleDependency> dependencies,
        ProjectInfo info,
        String inputDigest) {

    /** Copies the collections. */
    public StubRequest {
        imported = Map.copyOf(imported);
        dependencies = List.copyOf(dependencies);
    }

    /** The artifact of the messages. */
    public Coordinates proto() {
        return new Coordinates(group, protoArtifact, version);
    }

    /** The artifact of the service stubs. */
    public Coordinates grpc() {
        return new Coordinates(group, grpcArtifact, version);
    }

    /** The artifact of another module's messages. */
    Coordinates dependency(String module) {
        return dependencies.stream()
                .filter(dependency -> dependency.modulePath().equals(module))
                .map(ModuleDependency::artifact)
                .findFirst()
                .orElseThrow(() ->
                        new IllegalStateException("No version of \"" + module + "\" for \"" + modulePath + "\"."));
    }
}
