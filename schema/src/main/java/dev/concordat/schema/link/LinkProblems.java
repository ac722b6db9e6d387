package dev.concordat.schema.link;

import dev.concordat.schema.Place;
import dev.concordat.schema.Position;
import dev.concordat.schema.Problem;
import dev.concordat.schema.SourceText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Collects what is wrong with the files that are linked. May be used by several threads; the order of the problems does not depend on them. */
final class LinkProblems {
    /** How many problems of a file are told; to find the lines and columns of more would take long in a file with one huge line. */
    private static final int LIMIT = 100;

    private final List<Problem> parsed = new ArrayList<>();
    private final Map<LinkedFile, Set<Found>> found = new HashMap<>();

    private record Found(int offset, String message, String remedy) {}

    /** Apart, because these are made when they are needed, which is seldom. */
    private static final class Order {
        static final Comparator<Found> IN_FILE = Comparator.comparingInt(Found::offset)
                .thenComparing(Found::message)
                .thenComparing(Found::remedy);
        static final Comparator<Problem> OF_PROBLEMS = Comparator.comparing(
                        (Problem problem) -> problem.place().map(Place::path).orElse(""))
                .thenComparing(problem -> problem.place().map(Place::line).orElse(0))
                .thenComparing(problem -> problem.place().map(Place::column).orElse(0))
                .thenComparing(Problem::message);
    }

    /**
     * Adds a problem.
     *
     * @param offset where it is, in the file's bytes
     * @param message what is wrong, a sentence
     * @param remedy what to do, a sentence, or empty when the message says it
     */
    synchronized void add(LinkedFile file, int offset, String message, String remedy) {
        file.faulty = true;
        found.computeIfAbsent(file, wrong -> new LinkedHashSet<>()).add(new Found(offset, message, remedy));
    }

    /** Adds a problem that the message itself says how to mend. */
    void add(LinkedFile file, int offset, String message) {
        add(file, offset, message, "");
    }

    /** Adds what the parser found wrong in a file. */
    synchronized void addParsed(LinkedFile file, List<Problem> problems) {
        file.wellFormed &= problems.isEmpty();
        file.faulty |= !problems.isEmpty();
        parsed.addAll(problems);
    }

    /** The problems, by file and place, whatever the order they were found in. */
    synchronized List<Problem> sorted() {
        if (parsed.isEmpty() && found.isEmpty()) {
            return List.of();
        }
        List<Problem> all = new ArrayList<>(parsed);
        for (Map.Entry<LinkedFile, Set<Found>> one : found.entrySet()) {
            List<Found> ofFile = new ArrayList<>(one.getValue());
            ofFile.sort(Order.IN_FILE);
            place(one.getKey().node.text(), ofFile, all);
        }
        all.sort(Order.OF_PROBLEMS);
        return all;
    }

    private static void place(SourceText text, List<Found> problems, List<Problem> all) {
        for (Found problem : problems.subList(0, Math.min(LIMIT, problems.size()))) {
            Position position = text.position(Math.min(problem.offset(), text.size()));
            Place place = new Place(text.path(), position.line(), position.column());
            all.add(Problem.at(place, problem.message(), problem.remedy()));
        }
        if (problems.size() > LIMIT) {
            all.add(Problem.at(
                    Place.of(text.path()),
                    "There are %s more problems in this file.".formatted(problems.size() - LIMIT),
                    "Correct the first ones and look again."));
        }
    }
}
