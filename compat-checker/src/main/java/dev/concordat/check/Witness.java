package dev.concordat.check;

/**
 * Data that the previous and the current contracts read differently.
 *
 * @param data the bytes in hexadecimal, or a JSON text
 * @param previous what the previous contracts read
 * @param current what the current contracts read
 */
public record Witness(String data, String previous, String current) {
    /** Longer ones hide the sentence that they stand behind. */
    private static final int SHORT = 140;

    /** The witness as a sentence. */
    public String sentence() {
        return "Witness: %s is %s before, %s after.".formatted(data, previous, current);
    }

    /** Whether it fits on the line of its violation. */
    public boolean isShort() {
        return sentence().length() <= SHORT;
    }
}
