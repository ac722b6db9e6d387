package dev.concordat.check.breaking;

import dev.concordat.schema.Message;
import java.util.Optional;

/** Message sets, which write their extensions as items with an id and not as fields, as other messages do ({@code descriptor.proto}). */
final class MessageSets {
    static final String RULE = "MESSAGE_SAME_MESSAGE_SET_WIRE_FORMAT";

    private static final String OPTION = "message_set_wire_format";

    private MessageSets() {}

    /** Finds messages that became one, or are one no longer. */
    static void check(Comparison comparison, Reporter reporter) {
        for (Pair<Message> pair : comparison.messages()) {
            Message current = pair.current();
            boolean was = pair.previous().options().isTrue(OPTION);
            if (was != current.options().isTrue(OPTION)) {
                reporter.about(comparison.previous().extensions().values().stream()
                                .map(extension -> extension.field())
                                .filter(field -> field.extendee().equals(Optional.of(current.fullName())))
                                .map(Subject::of)
                                .toList())
                        .report(
                                current.options().locationOf(OPTION),
                                pair.previous().location(),
                                "%s %s; its extensions have other bytes."
                                        .formatted(
                                                Labels.of(current),
                                                was
                                                        ? "is no message set any more. Put option message_set_wire_format back"
                                                        : "became a message set. Remove option message_set_wire_format"));
            }
        }
    }
}
