package dev.concordat.publish;

import dev.concordat.schema.ContractException;
import dev.concordat.schema.Failure;

/** The refusal to put other bytes under a released version. */
final class Conflict {
    private Conflict() {}

    static ContractException problem(String path, String repository, byte[] ours, byte[] theirs) {
        return problem(path, repository, Digests.hex("SHA-256", ours), Digests.hex("SHA-256", theirs));
    }

    static ContractException problem(String path, String repository, String ours, String theirs) {
        return ContractException.of(
                Failure.CONFLICT,
                "\"%s\" is in %s already with other bytes: SHA-256 %s there, %s here."
                        .formatted(path, repository, theirs, ours),
                "A released version never changes; release a new one. Nothing was overwritten.");
    }
}
