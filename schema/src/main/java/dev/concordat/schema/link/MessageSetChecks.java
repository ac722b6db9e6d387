package dev.concordat.schema.link;

/** Checks messages that keep their extensions as a message set, a format from before protobuf was public. */
final class MessageSetChecks {
    private static final String OPTION = "message_set_wire_format";

    private MessageSetChecks() {}

    static void check(LinkedFile file, LinkProblems problems) {
        for (LinkedMessage message : file.allMessages) {
            if (!message.fields.isEmpty() && isMessageSet(message)) {
                problems.add(
                        file,
                        message.fields.get(0).at(),
                        "\"%s\" is a message set and has a field.".formatted(message.fullName()),
                        "Message sets hold extensions only.");
            }
        }
        for (LinkedField extension : file.allExtensions) {
            LinkedMessage extendee = extension.extendee;
            if (extendee != null && isMessageSet(extendee) && !fits(extension)) {
                problems.add(
                        file,
                        extension.at(),
                        "Extension \"%s\" of the message set \"%s\" is not an optional message."
                                .formatted(extension.name, extendee.fullName()),
                        "Wrap it in a message.");
            }
        }
    }

    private static boolean fits(LinkedField extension) {
        return extension.type instanceof LinkedMessage && extension.node.group() == null && !extension.isRepeated();
    }

    private static boolean isMessageSet(LinkedMessage message) {
        return WrittenOptions.isTrue(message.options, OPTION);
    }
}
