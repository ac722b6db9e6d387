package dev.concordat.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.concordat.schema.ContractException;
import dev.concordat.schema.Failure;
import org.junit.jupiter.api.function.Executable;

/** A refusal that a test provoked. */
record Refusal(ContractException exception) {
    static Refusal of(Executable action) {
        return new Refusal(assertThrows(ContractException.class, action));
    }

    String message() {
        return String.valueOf(exception.getMessage());
    }

    Refusal is(Failure failure) {
        assertEquals(failure, exception.failure(), message());
        return this;
    }

    Refusal says(String part) {
        assertTrue(message().contains(part), message());
        return this;
    }
}
