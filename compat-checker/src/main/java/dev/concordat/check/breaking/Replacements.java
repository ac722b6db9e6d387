package dev.concordat.check.breaking;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Finds declarations that are gone among those that are new: by what they consist of and their short name, then by what they consist of alone. A pair
 * is found only when nothing else that is gone or new comes into question.
 *
 * @param shape what a declaration consists of; one that consists of nothing is never found
 * @param fullName its full name
 */
record Replacements<T>(Function<T, String> shape, Function<T, String> fullName) {

    List<Pair<T>> of(List<T> gone, List<T> added) {
        List<Pair<T>> pairs = new ArrayList<>();
        Set<T> paired = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Function<T, String> key : List.<Function<T, String>>of(this::shapeAndShortName, shape)) {
            Map<String, List<T>> addedByKey = byKey(added, key, paired);
            byKey(gone, key, paired).forEach((value, before) -> {
                List<T> after = addedByKey.getOrDefault(value, List.of());
                if (before.size() == 1 && after.size() == 1) {
                    pairs.add(new Pair<>(before.get(0), after.get(0)));
                    paired.add(before.get(0));
                    paired.add(after.get(0));
                }
            });
        }
        return pairs;
    }

    private String shapeAndShortName(T element) {
        String consists = shape.apply(element);
        return consists.isEmpty() ? "" : consists + "\n" + Labels.last(fullName.apply(element));
    }

    private static <T> Map<String, List<T>> byKey(List<T> elements, Function<T, String> key, Set<T> except) {
        Map<String, List<T>> byKey = new LinkedHashMap<>();
        for (T element : elements) {
            String value = key.apply(element);
            if (!value.isEmpty() && !except.contains(element)) {
                byKey.computeIfAbsent(value, unused -> new ArrayList<>()).add(element);
            }
        }
        return byKey;
    }
}
