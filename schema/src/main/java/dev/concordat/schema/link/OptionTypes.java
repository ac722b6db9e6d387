package dev.concordat.schema.link;

import org.jspecify.annotations.Nullable;

/** Finds the messages that hold options. */
final class OptionTypes {
    private OptionTypes() {}

    /** The message of descriptor.proto for the options of what this is. */
    static @Nullable LinkedMessage find(LinkedFile descriptor, OptionTarget target) {
        for (LinkedMessage message : descriptor.messages) {
            if (message.fullName().equals(target.messageName())) {
                return message;
            }
        }
        return null;
    }
}
