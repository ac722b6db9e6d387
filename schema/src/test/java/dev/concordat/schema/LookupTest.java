package dev.concordat.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LookupTest {
    private static final List<Function<String, Object>> KEYS = List.of(String::length, word -> word.charAt(0));

    @ParameterizedTest
    @ValueSource(ints = {0, 5, 500})
    void elementsAreFoundByAnyKeyInOrder(int others) {
        List<String> words = new ArrayList<>(List.of("abc", "b", "ad", "cba"));
        for (int at = 0; at < others; at++) {
            words.add("zzzz" + at);
        }
        List<String> lookup = Lookup.of(words, KEYS);
        assertEquals(words, lookup);
        assertEquals(List.of("abc", "cba"), Lookup.all(lookup, 0, 3));
        assertEquals(List.of("abc", "ad"), Lookup.all(lookup, 1, 'a'));
        assertEquals(Optional.of("b"), Lookup.first(lookup, 0, 1));
        assertEquals(Optional.empty(), Lookup.first(lookup, 1, 'y'));
    }

    @Test
    void aRangeIsFoundByEveryNumberInIt() {
        Location nowhere = new Location(new SourceText("a.proto", new byte[0]), 0, 0);
        List<NumberRange> ranges =
                RangeList.of(List.of(new NumberRange(10, 20, nowhere), new NumberRange(-5, 3, nowhere)));
        assertEquals(10, ranges.get(0).first());
        for (int number : new int[] {-5, 0, 3, 10, 20}) {
            assertTrue(RangeList.contains(ranges, number), () -> "" + number);
        }
        for (int number : new int[] {-6, 4, 9, 21}) {
            assertFalse(RangeList.contains(ranges, number), () -> "" + number);
        }
        assertFalse(RangeList.contains(RangeList.of(List.of()), 1));
    }
}
