package dev.concordat.check.breaking;

import java.util.List;
import java.util.stream.Collectors;

/** Words for several things: no more than a sentence can hold, and how many there are besides. */
final class Listing {
    /** As many as a sentence can hold. */
    static final int MOST = 4;

    private Listing() {}

    /** The first of them, with commas. */
    static String listed(List<String> texts) {
        String more = texts.size() > MOST ? " and %s more".formatted(texts.size() - MOST) : "";
        return texts.stream().limit(MOST).collect(Collectors.joining(", ")) + more;
    }

    /** The same with "and" before the last, which may be the number of those that are not named. */
    static String together(List<String> texts) {
        int last = texts.size() - 1;
        return last == 0 || last >= MOST
                ? listed(texts)
                : String.join(", ", texts.subList(0, last)) + " and " + texts.get(last);
    }

    /** Numbers in order, three or more that follow each other as the first and the last. */
    static String range(List<Long> numbers) {
        long first = numbers.get(0);
        long last = numbers.get(numbers.size() - 1);
        return numbers.size() > 2 && last - first == numbers.size() - 1
                ? "%s to %s".formatted(first, last)
                : together(numbers.stream().map(String::valueOf).toList());
    }
}
