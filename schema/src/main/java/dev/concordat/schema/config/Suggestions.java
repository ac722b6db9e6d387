package dev.concordat.schema.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** What somebody may have meant who wrote an unknown word. */
public final class Suggestions {
    private Suggestions() {}

    /** {@code Did you mean "..."?} with a blank before it, or an empty text when no known word is near. */
    public static String didYouMean(String word, Collection<String> known) {
        return known.stream()
                .filter(candidate -> distance(word, candidate) <= Math.max(1, candidate.length() / 3))
                .min(Comparator.comparingInt((String candidate) -> distance(word, candidate))
                        .thenComparing(Comparator.naturalOrder()))
                .map(" Did you mean \"%s\"?"::formatted)
                .orElse("");
    }

    /** How many letters must be inserted, removed, replaced or swapped with their neighbour; case does not count. */
    private static int distance(String from, String to) {
        String first = from.toLowerCase(Locale.ROOT);
        String second = to.toLowerCase(Locale.ROOT);
        // An unknown word comes from a file and may be long: far off is far off.
        if (Math.abs(first.length() - second.length()) > second.length()) {
            return Integer.MAX_VALUE;
        }
        int[][] steps = new int[first.length() + 1][second.length() + 1];
        for (int i = 0; i <= first.length(); i++) {
            for (int j = 0; j <= second.length(); j++) {
                steps[i][j] = i == 0 || j == 0 ? i + j : cheapest(steps, first, second, i, j);
            }
        }
        return steps[first.length()][second.length()];
    }

    private static int cheapest(int[][] steps, String first, String second, int i, int j) {
        int replaced = steps[i - 1][j - 1] + (first.charAt(i - 1) == second.charAt(j - 1) ? 0 : 1);
        int moved = Math.min(steps[i - 1][j], steps[i][j - 1]) + 1;
        boolean swapped = i > 1
                && j > 1
                && first.charAt(i - 1) == second.charAt(j - 2)
                && first.charAt(i - 2) == second.charAt(j - 1);
        int best = Math.min(replaced, moved);
        return swapped ? Math.min(best, steps[i - 2][j - 2] + 1) : best;
    }
}
