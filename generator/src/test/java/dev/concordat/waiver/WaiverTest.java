package dev.concordat.waiver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.concordat.schema.Place;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

final class WaiverTest {
    private static final String FINGERPRINT = "a".repeat(32);

    @Test
    void aTagSaysItInALineThatBeginsWithItsFingerprint() {
        assertEquals(
                FINGERPRINT + " FIELD_NO_DELETE, @shop until 2027-01-31: Unused.",
                waiver("Unused.", false, 3).line());
        assertEquals(
                FINGERPRINT + " FIELD_NO_DELETE (wire), @shop until 2027-01-31: Unused.",
                waiver("Unused.", true, 3).line());
        assertEquals(
                FINGERPRINT, Waiver.fingerprintOf(waiver("Unused.", true, 3).line()));
        assertEquals(FINGERPRINT, Waiver.fingerprintOf(FINGERPRINT));
        assertEquals("", Waiver.fingerprintOf(" " + FINGERPRINT));
    }

    @Test
    void whereItStandsSaysNothing() {
        assertTrue(waiver("Unused.", false, 3).saysTheSameAs(waiver("Unused.", false, 12)));
        assertFalse(waiver("Unused.", false, 3).saysTheSameAs(waiver("Unread.", false, 3)));
        assertFalse(waiver("Unused.", false, 3).saysTheSameAs(waiver("Unused.", true, 3)));
    }

    private static Waiver waiver(String reason, boolean wire, int line) {
        return new Waiver(
                FINGERPRINT,
                "shop",
                "shop/a.proto",
                "FIELD_NO_DELETE",
                "Field 2 was deleted.",
                reason,
                "@shop",
                LocalDate.of(2027, 1, 31),
                wire,
                new Place("waivers.yaml", line, 5));
    }
}
