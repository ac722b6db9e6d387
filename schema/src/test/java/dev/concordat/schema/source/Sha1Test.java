package dev.concordat.schema.source;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The JDK's digest is the truth. */
final class Sha1Test {
    private static final int SEED = 20;

    private final MessageDigest ours = new Sha1();

    @Test
    void everyLengthUpToSixBlocksHasItsDigest() throws NoSuchAlgorithmException {
        MessageDigest theirs = MessageDigest.getInstance("SHA-1");
        byte[] bytes = new byte[6 * 64];
        new Random(SEED).nextBytes(bytes);
        for (int length = 0; length <= bytes.length; length++) {
            byte[] input = Arrays.copyOf(bytes, length);
            assertArrayEquals(theirs.digest(input), ours.digest(input), "of " + length + " bytes");
        }
    }

    @Test
    void itDoesNotMatterInWhichPiecesBytesAreGiven() throws NoSuchAlgorithmException {
        MessageDigest theirs = MessageDigest.getInstance("SHA-1");
        Random random = new Random(SEED);
        for (int round = 0; round < 500; round++) {
            byte[] bytes = new byte[random.nextInt(2_000)];
            random.nextBytes(bytes);
            for (int at = 0; at < bytes.length; ) {
                int length = Math.min(bytes.length - at, random.nextInt(200));
                if (length == 1) {
                    ours.update(bytes[at]);
                } else {
                    ours.update(bytes, at, length);
                }
                at += length;
            }
            assertArrayEquals(theirs.digest(bytes), ours.digest(), "in round " + round);
        }
    }

    @Test
    void whatWasGivenBeforeItWasResetIsForgotten() {
        ours.update((byte) 'x');
        ours.reset();

        assertEquals("da39a3ee5e6b4b0d3255bfef95601890afd80709", HexFormat.of().formatHex(ours.digest()));
    }

    /** Beyond 512 MiB the number of bits needs more than 32 of them. */
    @Test
    void lengthsOfMoreBitsThanAnIntegerHasAreWrittenWhole() throws NoSuchAlgorithmException {
        MessageDigest theirs = MessageDigest.getInstance("SHA-1");
        byte[] mebibyte = new byte[1 << 20];
        for (int i = 0; i < 513; i++) {
            ours.update(mebibyte);
            theirs.update(mebibyte);
        }

        assertArrayEquals(theirs.digest(), ours.digest());
    }
}
