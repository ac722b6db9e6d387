package dev.concordat.generate;

import dev.concordat.schema.ContractException;

/** Opens a Maven context when it is first needed: reading settings and starting a resolver takes longer than a whole check. */
@FunctionalInterface
public interface MavenSource {

    /** The context, the same each time. */
    MavenContext open() throws ContractException;

    /** A source of a context that is there already. */
    static MavenSource of(MavenContext context) {
        return () -> context;
    }
}
