package dev.concordat.generate;

import dev.concordat.schema.source.FileReason;
import java.io.IOException;

/** What an exception says, for the middle of a sentence. */
final class Reasons {
    private Reasons() {}

    /** The first line of its message without a full stop, or its kind. */
    static String of(Throwable thrown) {
        String message = thrown instanceof IOException failure ? FileReason.withFile(failure) : thrown.getMessage();
        if (message == null || message.isBlank()) {
            return thrown.getClass().getSimpleName();
        }
        String line = message.strip().lines().findFirst().orElse("");
        return line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
    }
}
