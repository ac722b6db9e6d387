package dev.concordat.generate;

import dev.concordat.schema.ContractException;
import dev.concordat.schema.Failure;

/** The refusal when Maven cannot bring an artifact. */
final class Unresolved {
    private Unresolved() {}

    static ContractException problem(String what, Throwable cause) {
        return ContractException.of(
                Failure.NO_ANSWER,
                "%s could not be resolved: %s.".formatted(what, Reasons.of(cause)),
                "Check the network, and mirrors, proxies and credentials in ~/.m2/settings.xml.");
    }
}
