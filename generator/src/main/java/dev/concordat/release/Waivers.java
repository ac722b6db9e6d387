package dev.concordat.release;

import dev.concordat.check.Violation;
import java.util.Optional;

/** The violations that were reviewed and accepted. */
public interface Waivers {
    /** Nothing is accepted. */
    Waivers NONE = (id, violation) -> Optional.empty();

    /** What the release tag says about an accepted violation, empty when it is not accepted. */
    Optional<String> acceptance(String id, Violation violation);
}
