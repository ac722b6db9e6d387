package dev.concordat.schema;

/** How often a field occurs and whether its presence is tracked: resolved, never asked from syntax. */
public enum Cardinality {
    IMPLICIT("optional with implicit presence"),
    EXPLICIT("optional with explicit presence"),
    REQUIRED("required"),
    REPEATED("repeated"),
    MAP("map");

    private final String words;

    Cardinality(String words) {
        this.words = words;
    }

    /** The words for a message to a person. */
    @Override
    public String toString() {
        return words;
    }
}
