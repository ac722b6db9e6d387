package dev.concordat.schema.process;

import java.nio.file.Path;
import java.time.Duration;

/**
 * What a child process may use up before it is killed.
 *
 * @param time how long it may run
 * @param outputBytes how much it may write to standard output, and as much again to standard error
 * @param writtenBelow the directory whose growth is watched
 * @param writtenBytes how many bytes may be added below that directory
 */
public record Limits(Duration time, int outputBytes, Path writtenBelow, long writtenBytes) {

    /** Checks that every limit allows something. */
    public Limits {
        if (time.isNegative() || time.isZero() || outputBytes < 1 || writtenBytes < 1) {
            throw new IllegalStateException(
                    "Limits of %s, %s and %s bytes.".formatted(time, outputBytes, writtenBytes));
        }
    }
}
