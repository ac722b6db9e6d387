package dev.concordat.schema;

/**
 * Where a problem is, as it is printed.
 *
 * @param path the file
 * @param line the line from 1, or 0 for the file as a whole
 * @param column the display column from 1, or 0 for the line as a whole
 */
public record Place(String path, int line, int column) {

    /** The file as a whole. */
    public static Place of(String path) {
        return new Place(path, 0, 0);
    }

    /** The path, with line and column where they are known, as compilers print it. */
    @Override
    public String toString() {
        return line == 0 ? path : column == 0 ? path + ":" + line : path + ":" + line + ":" + column;
    }
}
