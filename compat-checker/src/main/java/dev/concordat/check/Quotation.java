package dev.concordat.check;

/** What contracts say as messages quote it: no text ends its own quotation, and none looks like another. */
public final class Quotation {
    private Quotation() {}

    /** The text to put between two quotation marks. */
    public static String inside(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }
}
