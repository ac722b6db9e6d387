package dev.concordat.schema;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.RandomAccess;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** An immutable list whose elements are found by a key without a walk through all of them, however many there are. */
final class Lookup<T> extends AbstractList<T> implements RandomAccess {
    /** A short list is walked faster than hashed. */
    private static final int SHORT = 8;

    private final List<T> elements;
    private final List<Function<T, Object>> keys;
    private volatile @Nullable List<Map<Object, List<T>>> indexes;

    private Lookup(List<T> elements, List<Function<T, Object>> keys) {
        this.elements = elements;
        this.keys = keys;
    }

    /** A copy of the elements, to be found by any of the keys. */
    static <T> List<T> of(List<T> elements, List<Function<T, Object>> keys) {
        if (elements.isEmpty()) {
            return List.of();
        }
        return elements instanceof Lookup<T> lookup && lookup.keys == keys
                ? lookup
                : new Lookup<>(List.copyOf(elements), keys);
    }

    /** The elements whose key, the one of this index, is this; in order. */
    static <T> List<T> all(List<T> list, int key, Object wanted) {
        return list.isEmpty() ? List.of() : ((Lookup<T>) list).find(key, wanted);
    }

    /** The first element whose key, the one of this index, is this. */
    static <T> Optional<T> first(List<T> list, int key, Object wanted) {
        List<T> found = all(list, key, wanted);
        return found.isEmpty() ? Optional.empty() : Optional.of(found.get(0));
    }

    @Override
    public T get(int index) {
        return elements.get(index);
    }

    @Override
    public int size() {
        return elements.size();
    }

    private List<T> find(int key, Object wanted) {
        if (elements.size() > SHORT) {
            return indexes().get(key).getOrDefault(wanted, List.of());
        }
        List<T> found = new ArrayList<>(1);
        for (T element : elements) {
            if (keys.get(key).apply(element).equals(wanted)) {
                found.add(element);
            }
        }
        return found;
    }

    private List<Map<Object, List<T>>> indexes() {
        List<Map<Object, List<T>>> known = indexes;
        if (known == null) {
            known = new ArrayList<>();
            for (Function<T, Object> key : keys) {
                Map<Object, List<T>> index = new HashMap<>();
                for (T element : elements) {
                    index.merge(key.apply(element), List.of(element), Lookup::joined);
                }
                known.add(index);
            }
            indexes = known;
        }
        return known;
    }

    private static <T> List<T> joined(List<T> list, List<T> more) {
        List<T> all = list instanceof ArrayList<T> ? list : new ArrayList<>(list);
        all.addAll(more);
        return all;
    }
}
