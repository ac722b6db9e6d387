package dev.concordat.check;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A search for a witness, which starts when somebody asks for one. */
public final class WitnessSearch {
    /** Finds nothing. */
    public static final WitnessSearch NONE = new WitnessSearch(Optional::empty);

    private final Supplier<Optional<Witness>> search;
    private boolean done;
    private @Nullable Witness found;

    /** A search that runs once. */
    public WitnessSearch(Supplier<Optional<Witness>> search) {
        this.search = search;
    }

    /** The witness, when there is one. */
    public synchronized Optional<Witness> find() {
        if (!done) {
            found = search.get().orElse(null);
            done = true;
        }
        return Optional.ofNullable(found);
    }

    /** This search, and another one where it finds nothing. */
    public WitnessSearch or(WitnessSearch other) {
        return new WitnessSearch(() -> find().or(other::find));
    }

    /** The same for all, as violations are the same whatever would show them. */
    @Override
    public String toString() {
        return "a search";
    }
}
