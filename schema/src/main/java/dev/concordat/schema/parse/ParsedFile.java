package dev.concordat.schema.parse;

import dev.concordat.schema.Problem;
import java.util.List;

/**
 * What the parser made of a file.
 *
 * @param file the syntax; without the statements that could not be understood
 * @param problems what was wrong, in source order; empty when the file is well-formed
 */
public record ParsedFile(FileNode file, List<Problem> problems) {

    /** Copies the list. */
    public ParsedFile {
        problems = List.copyOf(problems);
    }
}
