package dev.concordat.schema.link;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The extensions of all files, by extendee and number. */
final class Extensions {
    private final Map<LinkedMessage, Map<Integer, LinkedField>> byNumber = new ConcurrentHashMap<>();

    /** The extension of this message that has this number. */
    @Nullable
    LinkedField find(LinkedMessage extendee, int number) {
        Map<Integer, LinkedField> extensions = byNumber.get(extendee);
        return extensions == null ? null : extensions.get(number);
    }

    /** Adds an extension unless its number is taken; returns the one that has it. */
    @Nullable
    LinkedField add(LinkedMessage extendee, LinkedField extension) {
        return byNumber.computeIfAbsent(extendee, message -> new HashMap<>()).putIfAbsent(extension.number, extension);
    }
}
