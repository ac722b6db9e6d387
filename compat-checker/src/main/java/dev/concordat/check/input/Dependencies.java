package dev.concordat.check.input;

import dev.concordat.schema.ContractException;
import dev.concordat.schema.ContractFile;
import dev.concordat.schema.config.Dependency;
import dev.concordat.schema.source.UserCaches;
import java.util.Map;
import java.util.Optional;

/**
 * Where the files of dependencies are looked for: on this machine, and nowhere else.
 *
 * @param buf what buf has kept
 * @param jars what {@code concordat fetch} has kept
 */
public record Dependencies(BufCache buf, ImportCache jars) {

    /** In these caches. */
    public static Dependencies in(UserCaches caches) {
        return new Dependencies(new BufCache(caches.buf()), new ImportCache(caches.concordat()));
    }

    /** The contract files of a dependency by import path, empty when it is not here; the jar that stands for one is the only place then. */
    Optional<Map<String, ContractFile>> find(Dependency dependency) throws ContractException {
        return dependency.jar().isPresent() ? jars.find(dependency.jar().get()) : buf.find(dependency);
    }
}
