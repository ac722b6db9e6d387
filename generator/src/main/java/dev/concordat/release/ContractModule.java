package dev.concordat.release;

/**
 * A module under the names it is released by.
 *
 * @param id what tags and people call it
 * @param path its path in buf.yaml
 * @param group the Maven group of its artifacts
 * @param protoArtifact the artifact of its messages
 * @param grpcArtifact the artifact of its service stubs
 */
public record ContractModule(String id, String path, String group, String protoArtifact, String grpcArtifact) {

    /** A module that nothing is known of any more but its id. */
    static ContractModule gone(String id) {
        return new ContractModule(id, id, "", "", "");
    }
}
