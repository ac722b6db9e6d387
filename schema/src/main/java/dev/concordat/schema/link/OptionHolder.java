package dev.concordat.schema.link;

/**
 * A declaration that has options.
 *
 * @param target what it is
 * @param options its options
 * @param scope the message, service or package whose names its options see first
 * @param element the declaration; for an extension range, the message it belongs to; for a file, its package
 */
record OptionHolder(LinkedFile file, OptionTarget target, LinkedOptions options, Symbol scope, Symbol element) {

    /** The declaration, for a message to a person. */
    String label() {
        return switch (target) {
            case FILE -> "this file";
            case EXTENSION_RANGE -> "an extension range of \"" + element.fullName() + "\"";
            default -> element.what() + " \"" + element.fullName() + "\"";
        };
    }
}
