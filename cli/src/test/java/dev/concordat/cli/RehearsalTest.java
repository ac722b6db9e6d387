package dev.concordat.cli;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;

import org.junit.jupiter.api.Test;

final class RehearsalTest {
    @Test
    void everyCommandOfTheRehearsalEndsAsItIsMeantTo() {
        assertDoesNotThrow(Rehearsal::rehearse);
    }
}
