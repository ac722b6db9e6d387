package dev.concordat.schema.link;

/** What an option is set on, as descriptor.proto numbers it ({@code FieldOptions.OptionTargetType}). */
enum OptionTarget {
    FILE(1, "FileOptions", 50, "a file", "files"),
    EXTENSION_RANGE(2, "ExtensionRangeOptions", 50, "an extension range", "extension ranges"),
    MESSAGE(3, "MessageOptions", 12, "a message", "messages"),
    FIELD(4, "FieldOptions", 21, "a field", "fields"),
    ONEOF(5, "OneofOptions", 1, "a oneof", "oneofs"),
    ENUM(6, "EnumOptions", 7, "an enum", "enums"),
    ENUM_VALUE(7, "EnumValueOptions", 2, "an enum value", "enum values"),
    SERVICE(8, "ServiceOptions", 34, "a service", "services"),
    RPC(9, "MethodOptions", 35, "an rpc", "rpcs");

    private final int number;
    private final String message;
    private final int features;
    private final String words;
    private final String plural;

    OptionTarget(int number, String message, int features, String words, String plural) {
        this.number = number;
        this.message = message;
        this.features = features;
        this.words = words;
        this.plural = plural;
    }

    /** The number in {@code FieldOptions.OptionTargetType}. */
    int number() {
        return number;
    }

    /** The full name of the message in descriptor.proto that holds the options. */
    String messageName() {
        return "google.protobuf." + message;
    }

    /** The number of the field {@code features} in that message. */
    int featuresNumber() {
        return features;
    }

    /** The words for one of them. */
    String words() {
        return words;
    }

    /** The words for all of them. */
    String plural() {
        return plural;
    }
}
