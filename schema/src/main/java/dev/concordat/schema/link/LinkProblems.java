package dev.concordat.schema.link;

import dev.concordat.schema.Place;
import dev.concordat.schema.Position;
import dev.concordat.schema.Problem;
import dev.concordat.schema.SourceText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what is wrong with the files that are linked. May be used by several threads. */
final class LinkProblems {
    private final List<Problem> found = new ArrayList<>();

    /**
     * Adds a problem.
     *
     * @param offset where it is, in the file's bytes
     * @param message what is wrong, a sentence
     * @param remedy what to do, a sentence, or empty when the message says it
     */
    synchronized void add(LinkedFile file, int offset, String message, String remedy) {
        SourceText text = file.node.text();
        Position position = text.position(Math.min(offset, text.size()));
        found.add(Problem.at(new Place(text.path(), position.line(), position.column()), message, remedy));
    }

    /** Adds a problem that the message itself says how to mend. */
    void add(LinkedFile file, int offset, String message) {
        add(file, offset, message, "");
    }

    /** Whether nothing was wrong so far. */
    synchronized boolean isEmpty() {
        return found.isEmpty();
    }

    /** The problems, by file and place, whatever the order they were found in. */
    synchronized List<Problem> sorted() {
        return found.stream()
                .distinct()
                .sorted(Comparator.comparing(
                                (Problem problem) -> problem.place().map(Place::path).orElse(""))
                        .thenComparing(problem -> problem.place().map(Place::line).orElse(0))
                        .thenComparing(problem -> problem.place().map(Place::column).orElse(0))
                        .thenComparing(Problem::message))
                .toList();
    }
}
