package dev.concordat.schema.source;

import dev.concordat.schema.ContractException;
import dev.concordat.schema.Failure;
import dev.concordat.schema.Place;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** What git stores of a file that Git LFS keeps elsewhere, and what lies in a working tree until LFS has brought the file. */
public final class LfsPointer {
    private static final byte[] START = "version https://git-lfs.github.com/spec/".getBytes(StandardCharsets.US_ASCII);

    private LfsPointer() {}

    /** Whether a file's content is one. */
    public static boolean is(byte[] content) {
        return content.length >= START.length && Arrays.equals(content, 0, START.length, START, 0, START.length);
    }

    /**
     * Refuses a file that is one.
     *
     * @param printed what the file is called in messages
     */
    public static void refuse(Path file, String printed) throws ContractException {
        try (InputStream in = Files.newInputStream(file)) {
            if (!is(in.readNBytes(START.length))) {
                return;
            }
        } catch (IOException e) {
            // Whoever reads it in earnest will tell.
            return;
        }
        throw ContractException.at(
                Failure.NO_ANSWER,
                Place.of(printed),
                "This is a pointer of Git LFS, and not the file that it stands for.",
                "Run \"git lfs pull\"; in GitHub Actions give actions/checkout \"lfs: true\".");
    }
}
