package dev.concordat.check.breaking;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/**
 * Finds declarations that are gone among those that are new: by what they consist of and their short name, then by what they consist of alone. A pair
 * is found only when nothing else that is gone or new comes into question.
 *
 * @param sketch the same for two declarations that have the same shape, and made in less time
 * @param shape what a declaration consists of
 * @param fullName its full name
 */
record Replacements<T>(ToIntFunction<T> sketch, Function<T, String> shape, Function<T, String> fullName) {

    List<Pair<T>> of(List<T> gone, List<T> added) {
        Map<String, Alike<T>> byShape = new LinkedHashMap<>();
        withShapes(
                among(gone, added),
                (element, shape) -> byShape.computeIfAbsent(shape, unused -> new Alike<>())
                        .gone
                        .add(element));
        withShapes(among(added, gone), (element, shape) -> {
            Alike<T> alike = byShape.get(shape);
            if (alike != null) {
                alike.added.add(element);
            }
        });
        List<Pair<T>> pairs = new ArrayList<>();
        byShape.values().forEach(alike -> pair(alike, pairs));
        return pairs;
    }

    private void withShapes(List<T> elements, BiConsumer<T, String> use) {
        List<String> shapes = elements.parallelStream().map(shape).toList();
        for (int at = 0; at < elements.size(); at++) {
            use.accept(elements.get(at), shapes.get(at));
        }
    }

    /** Those of these declarations that one of the others may look like. */
    private List<T> among(List<T> elements, List<T> others) {
        Set<Integer> sketches = others.stream().map(sketch::applyAsInt).collect(Collectors.toSet());
        return elements.stream()
                .filter(element -> sketches.contains(sketch.applyAsInt(element)))
                .toList();
    }

    private void pair(Alike<T> alike, List<Pair<T>> pairs) {
        Map<String, Alike<T>> byName = new LinkedHashMap<>();
        alike.gone.forEach(element -> named(element, byName).gone.add(element));
        alike.added.forEach(element -> named(element, byName).added.add(element));
        Alike<T> others = new Alike<>();
        for (Alike<T> sameName : byName.values()) {
            if (sameName.isPair()) {
                pairs.add(sameName.pair());
            } else {
                others.gone.addAll(sameName.gone);
                others.added.addAll(sameName.added);
            }
        }
        if (others.isPair()) {
            pairs.add(others.pair());
        }
    }

    private Alike<T> named(T element, Map<String, Alike<T>> byName) {
        return byName.computeIfAbsent(Labels.last(fullName.apply(element)), unused -> new Alike<>());
    }

    /** Declarations that consist of the same. */
    private static final class Alike<T> {
        final List<T> gone = new ArrayList<>();
        final List<T> added = new ArrayList<>();

        boolean isPair() {
            return gone.size() == 1 && added.size() == 1;
        }

        Pair<T> pair() {
            return new Pair<>(gone.get(0), added.get(0));
        }
    }
}
