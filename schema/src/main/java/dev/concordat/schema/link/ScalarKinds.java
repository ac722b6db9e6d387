package dev.concordat.schema.link;

import dev.concordat.schema.Kind;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The kinds of fields whose types are words of the language. */
final class ScalarKinds {
    private static final Map<String, Kind> BY_NAME = new HashMap<>();

    static {
        for (Kind kind : Kind.values()) {
            if (!kind.isNamed()) {
                BY_NAME.put(kind.toString(), kind);
            }
        }
    }

    private ScalarKinds() {}

    /** The kind that this word means; null when it is the name of a message or enum. */
    static @Nullable Kind named(String word) {
        return BY_NAME.get(word);
    }
}
