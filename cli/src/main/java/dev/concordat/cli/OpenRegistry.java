package dev.concordat.cli;

import dev.concordat.generate.StandaloneMaven;
import dev.concordat.pipeline.ContractRegistry;
import dev.concordat.schema.ContractException;

/** The registry that the terminal's directory lies in, with this user's Maven settings and caches. */
record OpenRegistry(ContractRegistry registry, StandaloneMaven maven) implements AutoCloseable {

    static OpenRegistry open(Terminal terminal) throws ContractException {
        StandaloneMaven maven = StandaloneMaven.online();
        try {
            return new OpenRegistry(ContractRegistry.open(terminal.directory(), maven, terminal.caches()), maven);
        } catch (ContractException e) {
            maven.close();
            throw e;
        }
    }

    @Override
    public void close() {
        registry.close();
        maven.close();
    }
}
