package dev.concordat.schema.link;

import dev.concordat.schema.Problem;
import java.util.List;

/** What the linker made of the files. */
public final class LinkResult {
    private final List<LinkedFile> files;
    private final List<Problem> problems;

    LinkResult(List<LinkedFile> files, List<Problem> problems) {
        this.files = List.copyOf(files);
        this.problems = List.copyOf(problems);
    }

    /** The linked files, built-in ones included, imported before importer; complete only when there are no problems. */
    List<LinkedFile> files() {
        return files;
    }

    /** What is wrong, by file and place; empty when protoc would accept the files. */
    public List<Problem> problems() {
        return problems;
    }
}
