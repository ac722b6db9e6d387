package dev.concordat.schema;

/**
 * An import statement.
 *
 * @param path the imported file's import path
 * @param kind what is imported
 * @param location the whole statement
 */
public record Import(String path, Kind kind, Location location) {

    /** What an import statement imports. */
    public enum Kind {
        /** Its names, for this file. */
        DEFAULT,
        /** Its names, for this file and those that import it. */
        PUBLIC,
        /** A file that may be missing when the program runs. */
        WEAK,
        /** Its custom options only (edition 2024). */
        OPTION
    }
}
