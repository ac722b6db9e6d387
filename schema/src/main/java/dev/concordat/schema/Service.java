package dev.concordat.schema;

import java.util.List;
import java.util.Optional;

/**
 * A service.
 *
 * @param name the name
 * @param fullName the name with its package
 * @param file the import path of its file
 * @param packageName the package of its file
 * @param rpcs the rpcs in source order
 */
public record Service(
        Located<String> name,
        String fullName,
        String file,
        String packageName,
        Location location,
        String comment,
        List<Rpc> rpcs,
        Options options)
        implements Element {

    /** Copies the list. */
    public Service {
        rpcs = List.copyOf(rpcs);
    }

    /** The rpc of this name. */
    public Optional<Rpc> rpc(String wanted) {
        return rpcs.stream().filter(rpc -> rpc.name().value().equals(wanted)).findFirst();
    }
}
