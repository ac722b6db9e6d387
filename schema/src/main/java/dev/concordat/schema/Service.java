package dev.concordat.schema;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A service.
 *
 * @param name the name
 * @param fullName the name with its package
 * @param file the import path of its file
 * @param packageName the package of its file
 * @param commentText the leading comment, read when it is asked for
 * @param rpcs the rpcs in source order
 */
public record Service(
        Located<String> name,
        String fullName,
        String file,
        String packageName,
        Location location,
        Supplier<String> commentText,
        List<Rpc> rpcs,
        Options options)
        implements Element {
    private static final List<Function<Rpc, Object>> RPC_KEYS =
            List.of(rpc -> rpc.name().value());

    /** Copies the list. */
    public Service {
        rpcs = Lookup.of(rpcs, RPC_KEYS);
    }

    @Override
    public String comment() {
        return commentText.get();
    }

    /** The rpc of this name. */
    public Optional<Rpc> rpc(String wanted) {
        return Lookup.first(rpcs, 0, wanted);
    }
}
