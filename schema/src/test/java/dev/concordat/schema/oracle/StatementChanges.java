package dev.concordat.schema.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Changes of whole statements: inserted from the vocabulary, copied, moved, deleted; labels, types and bracket options changed. */
final class StatementChanges {
    private final Vocabulary vocabulary;
    private final Random random;

    StatementChanges(Vocabulary vocabulary, Random random) {
        this.vocabulary = vocabulary;
        this.random = random;
    }

    /** Makes one change. */
    void change(List<String> pieces) {
        switch (random.nextInt(12)) {
            case 0, 1, 2, 3 -> insertAt(pieces, boundary(pieces), List.of("\n" + vocabulary.statement(random) + "\n"));
            case 4, 5 -> addBracketOption(pieces);
            case 6 -> remove(pieces, boundary(pieces));
            case 7 -> insertAt(pieces, boundary(pieces), copy(pieces, boundary(pieces)));
            case 8 -> move(pieces);
            case 9 -> changeSyntax(pieces);
            case 10 -> replaceOneOf(pieces, Vocabulary.LABELS);
            default -> replaceOneOf(pieces, Vocabulary.SCALARS);
        }
    }

    /** A place between statements: behind a semicolon or a brace. */
    private int boundary(List<String> pieces) {
        int start = pieces.isEmpty() ? 0 : random.nextInt(pieces.size());
        for (int step = 0; step < pieces.size(); step++) {
            int at = (start + step) % pieces.size();
            if (isBoundary(pieces.get(at))) {
                return at + 1;
            }
        }
        return pieces.size();
    }

    private static boolean isBoundary(String piece) {
        return piece.equals(";") || piece.equals("{") || piece.equals("}");
    }

    /** The statement behind a place, its block included. */
    private static List<String> copy(List<String> pieces, int from) {
        int depth = 0;
        for (int at = from; at < pieces.size(); at++) {
            String piece = pieces.get(at);
            depth += piece.equals("{") ? 1 : piece.equals("}") ? -1 : 0;
            if (depth < 0) {
                return new ArrayList<>(pieces.subList(from, at));
            }
            if (depth == 0 && isBoundary(piece)) {
                return new ArrayList<>(pieces.subList(from, at + 1));
            }
        }
        return new ArrayList<>(pieces.subList(from, pieces.size()));
    }

    private static void insertAt(List<String> pieces, int at, List<String> inserted) {
        pieces.addAll(at, inserted);
    }

    private static void remove(List<String> pieces, int from) {
        pieces.subList(from, from + copy(pieces, from).size()).clear();
    }

    private void move(List<String> pieces) {
        int from = boundary(pieces);
        List<String> moved = copy(pieces, from);
        remove(pieces, from);
        insertAt(pieces, boundary(pieces), moved);
    }

    private void addBracketOption(List<String> pieces) {
        int at = boundary(pieces) - 1;
        if (at < 0 || !pieces.get(at).equals(";")) {
            return;
        }
        String option = vocabulary.option(random);
        if (at > 0 && pieces.get(at - 1).equals("]")) {
            pieces.set(at - 1, ", " + option + "]");
        } else {
            pieces.add(at, " [" + option + "]");
        }
    }

    private void changeSyntax(List<String> pieces) {
        for (int at = 0; at < pieces.size(); at++) {
            String piece = pieces.get(at);
            if (piece.equals("syntax") || piece.equals("edition")) {
                remove(pieces, at);
                break;
            }
        }
        insertAt(pieces, 0, List.of(vocabulary.syntax(random) + "\n"));
    }

    private void replaceOneOf(List<String> pieces, List<String> words) {
        int start = pieces.isEmpty() ? 0 : random.nextInt(pieces.size());
        for (int step = 0; step < pieces.size(); step++) {
            int at = (start + step) % pieces.size();
            if (words.contains(pieces.get(at))) {
                pieces.set(at, words.get(random.nextInt(words.size())));
                return;
            }
        }
    }
}
