package dev.concordat.schema;

/**
 * A stretch of a contract file.
 *
 * @param text the file it lies in
 * @param start the offset of its first byte
 * @param end the offset after its last byte
 */
public record Location(SourceText text, int start, int end) {

    /** Checks that the stretch lies in its text. */
    public Location {
        if (start < 0 || end < start || end > text.size()) {
            throw new IllegalStateException(
                    "Location %s-%s outside %s of %s bytes.".formatted(start, end, text.path(), text.size()));
        }
    }

    /** The path that is printed for the file. */
    public String path() {
        return text.path();
    }

    /** The position of the first character. */
    public Position startPosition() {
        return text.position(start);
    }

    /** The position after the last character. */
    public Position endPosition() {
        return text.position(end);
    }
}
