package dev.concordat.schema.parse;

import dev.concordat.schema.Place;
import dev.concordat.schema.Position;
import dev.concordat.schema.Problem;
import dev.concordat.schema.SourceText;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with one file; beyond a thousand problems they are only counted. */
final class ProblemLog {
    static final int LIMIT = 1_000;

    private final SourceText text;
    private final List<Problem> problems = new ArrayList<>();
    private int count;
    private int lastOffset = -1;

    ProblemLog(SourceText text) {
        this.text = text;
    }

    /** Adds a problem, unless one at the same place was told already. */
    void add(int offset, String message, String remedy) {
        if (offset == lastOffset) {
            return;
        }
        lastOffset = offset;
        count++;
        if (count <= LIMIT) {
            Position position = text.position(Math.min(offset, text.size()));
            problems.add(Problem.at(new Place(text.path(), position.line(), position.column()), message, remedy));
        }
    }

    List<Problem> problems() {
        List<Problem> all = new ArrayList<>(problems);
        if (count > LIMIT) {
            all.add(Problem.at(
                    Place.of(text.path()),
                    "There are %s more problems in this file.".formatted(count - LIMIT),
                    "Correct the first ones and look again."));
        }
        return all;
    }
}
