package dev.concordat.check.history;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Draws from what there is. */
record Draw(Random random) {
    int below(int bound) {
        return random.nextInt(bound);
    }

    boolean yes() {
        return random.nextBoolean();
    }

    <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    <T> Optional<T> any(List<T> choices) {
        return choices.isEmpty() ? Optional.empty() : Optional.of(pick(choices));
    }

    void shuffle(List<?> list) {
        Collections.shuffle(list, random);
    }

    /** Takes an option away or gives it one of its values. */
    void option(Map<String, String> options, Map<String, List<String>> known) {
        String name = pick(known.keySet().stream().sorted().toList());
        if (random.nextInt(3) == 0) {
            options.remove(name);
        } else {
            options.put(name, pick(known.getOrDefault(name, List.of())));
        }
    }
}
