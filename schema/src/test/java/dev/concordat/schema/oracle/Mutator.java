package dev.concordat.schema.oracle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;

/** Changes contract files at random, the same for the same random numbers: bytes, tokens, and statements of the language. */
final class Mutator {
    private static final int MOST_CHANGES = 3;
    private static final int BYTE_CHANGES_OF_TEN = 1;
    private static final int STATEMENT_CHANGES_OF_TEN = 4;

    private final Vocabulary vocabulary;
    private final Random random;

    Mutator(Vocabulary vocabulary, Random random) {
        this.vocabulary = vocabulary;
        this.random = random;
    }

    /** A mutant of a file; pieces may come from the other one. */
    byte[] mutate(byte[] file, byte[] other) {
        byte[] mutant = file;
        // Of several errors in a file, one hides whether the other was found: mostly there is one change.
        for (int changes = random.nextInt(3) > 0 ? 1 : 1 + random.nextInt(MOST_CHANGES);
                changes > 0 && mutant.length > 0;
                changes--) {
            int kind = random.nextInt(10);
            if (kind < BYTE_CHANGES_OF_TEN) {
                mutant = changeBytes(mutant, other);
            } else {
                List<String> pieces = Tokens.cut(mutant);
                if (kind < BYTE_CHANGES_OF_TEN + STATEMENT_CHANGES_OF_TEN) {
                    new StatementChanges(vocabulary, random).change(pieces);
                } else {
                    changeTokens(pieces, other);
                }
                mutant = Tokens.join(pieces);
            }
        }
        return mutant;
    }

    private byte[] changeBytes(byte[] bytes, byte[] other) {
        int at = random.nextInt(bytes.length);
        int end = Math.min(bytes.length, at + 1 + random.nextInt(8));
        return switch (random.nextInt(6)) {
            case 0 -> join(bytes, at, new byte[] {(byte) (bytes[at] ^ (1 << random.nextInt(8)))}, at + 1);
            case 1 -> join(bytes, at, new byte[] {(byte) random.nextInt(256)}, at);
            case 2 -> join(bytes, at, new byte[0], end);
            case 3 -> Arrays.copyOf(bytes, at);
            case 4 -> join(bytes, at, new byte[] {vocabulary.oddByte(random)}, at + random.nextInt(2));
            default -> splice(bytes, at, other);
        };
    }

    private byte[] splice(byte[] bytes, int at, byte[] other) {
        int from = other.length == 0 ? 0 : random.nextInt(other.length);
        return join(bytes, at, Arrays.copyOfRange(other, from, other.length), bytes.length);
    }

    private static byte[] join(byte[] bytes, int until, byte[] middle, int from) {
        byte[] joined = Arrays.copyOf(bytes, until + middle.length + bytes.length - from);
        System.arraycopy(middle, 0, joined, until, middle.length);
        System.arraycopy(bytes, from, joined, until + middle.length, bytes.length - from);
        return joined;
    }

    private void changeTokens(List<String> pieces, byte[] other) {
        int at = pick(pieces, Tokens::isToken);
        if (at < 0) {
            return;
        }
        switch (random.nextInt(11)) {
            case 0 -> pieces.remove(at);
            case 1 -> pieces.add(at, pieces.get(at) + " ");
            case 2 -> swap(pieces, at, pick(pieces, Tokens::isToken));
            case 3 -> pieces.set(at, vocabulary.word(random));
            case 4 -> pieces.add(at, vocabulary.word(random) + " ");
            case 5, 6 -> replace(pieces, Tokens::isNumber, vocabulary.number(random));
            case 7, 8 -> replaceWord(pieces);
            case 9 -> replace(pieces, Tokens::isString, vocabulary.string(random));
            default -> insertFrom(Tokens.cut(other), pieces, at);
        }
    }

    /** Another word of the same file: names clash, types change, keywords become names. */
    private void replaceWord(List<String> pieces) {
        int source = pick(pieces, Tokens::isWord);
        if (source >= 0) {
            replace(pieces, Tokens::isWord, pieces.get(source));
        }
    }

    private void replace(List<String> pieces, Predicate<String> kind, String replacement) {
        int at = pick(pieces, kind);
        if (at >= 0) {
            pieces.set(at, replacement);
        }
    }

    private void insertFrom(List<String> other, List<String> pieces, int at) {
        int from = pick(other, Tokens::isToken);
        if (from >= 0) {
            int until = Math.min(other.size(), from + 1 + random.nextInt(12));
            pieces.addAll(at, new ArrayList<>(other.subList(from, until)));
        }
    }

    private static void swap(List<String> pieces, int one, int two) {
        String kept = pieces.get(one);
        pieces.set(one, pieces.get(two));
        pieces.set(two, kept);
    }

    private int pick(List<String> pieces, Predicate<String> kind) {
        int start = pieces.isEmpty() ? 0 : random.nextInt(pieces.size());
        for (int step = 0; step < pieces.size(); step++) {
            int at = (start + step) % pieces.size();
            if (kind.test(pieces.get(at))) {
                return at;
            }
        }
        return -1;
    }
}
