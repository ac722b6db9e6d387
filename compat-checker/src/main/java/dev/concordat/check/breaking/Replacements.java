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
 * @param shape what a declaration consists of
 * @param fullName its full name
 */
record Replacements<T>(Function<T, String> shape, Function<T, String> fullName) {

    List<Pair<T>> of(List<T> gone, List<T> added) {
        List<Shaped<T>> before = shaped(gone);
        List<Shaped<T>> after = shaped(added);
        List<Pair<T>> pairs = new ArrayList<>();
        Set<T> paired = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Function<Shaped<T>, String> key :
                List.<Function<Shaped<T>, String>>of(Shaped::shapeAndShortName, Shaped::shape)) {
            Map<String, List<T>> addedByKey = byKey(after, key, paired);
            byKey(before, key, paired).forEach((value, ones) -> {
                List<T> others = addedByKey.getOrDefault(value, List.of());
                if (ones.size() == 1 && others.size() == 1) {
                    pairs.add(new Pair<>(ones.get(0), others.get(0)));
                    paired.add(ones.get(0));
                    paired.add(others.get(0));
                }
            });
        }
        return pairs;
    }

    private List<Shaped<T>> shaped(List<T> elements) {
        return elements.parallelStream()
                .map(element -> new Shaped<>(element, shape.apply(element), Labels.last(fullName.apply(element))))
                .toList();
    }

    private static <T> Map<String, List<T>> byKey(
            List<Shaped<T>> elements, Function<Shaped<T>, String> key, Set<T> except) {
        Map<String, List<T>> byKey = new LinkedHashMap<>();
        for (Shaped<T> shaped : elements) {
            if (!except.contains(shaped.element())) {
                byKey.computeIfAbsent(key.apply(shaped), unused -> new ArrayList<>())
                        .add(shaped.element());
            }
        }
        return byKey;
    }

    /** A declaration with what it consists of. */
    private record Shaped<T>(T element, String shape, String shortName) {
        String shapeAndShortName() {
            return shape + "\n" + shortName;
        }
    }
}
