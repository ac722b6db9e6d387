package dev.concordat.check.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class Shake256Test {

    /** Lengths around the block of 136 bytes; the first two are the published examples, the others were computed with OpenSSL. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            0, 46b9dd2b0ba88d13233b3feb743eeb24
            3, 483366601360a8771c6863080cc4114d
            135, 55b991ece1e567b6e7c2c714444dd201
            136, 8fcc5a08f0a1f6827c9cf64ee8d16e04
            137, a44e1a438dad6273d540be65ee26386c
            1000, e262331ad290c96ab1c0fa045470244b
            """)
    void digestsAsPublished(int length, String expected) {
        String text = length == 3 ? "abc" : "a".repeat(length);
        byte[] digest = Shake256.digest(text.getBytes(StandardCharsets.UTF_8), expected.length() / 2);
        assertEquals(expected, HexFormat.of().formatHex(digest));
    }
}
