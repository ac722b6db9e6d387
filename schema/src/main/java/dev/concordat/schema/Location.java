package dev.concordat.schema;

import org.jspecify.annotations.Nullable;

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

    /** Written out, because the equality that a record is given takes milliseconds to link when it is first used. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Location location
                && text.equals(location.text)
                && start == location.start
                && end == location.end;
    }

    @Override
    public int hashCode() {
        return (text.hashCode() * 31 + start) * 31 + end;
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
