package dev.concordat.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.concordat.check.reuse.Use;
import dev.concordat.schema.FieldType;
import dev.concordat.schema.Kind;
import dev.concordat.schema.Location;
import dev.concordat.schema.SourceText;
import dev.concordat.schema.config.CheckConfig;
import dev.concordat.schema.config.ConfigVersion;
import dev.concordat.schema.source.CommitId;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Records that write their equality out are equal when all that they hold is, as other records are. */
final class WrittenOutEqualityTest {
    private static final Location ONE = new Location(new SourceText("a.proto", new byte[9]), 1, 2);
    private static final Location OTHER = new Location(new SourceText("b.proto", new byte[9]), 0, 3);

    /** Two of a kind that differ in all that they hold. */
    record Pair(Record one, Record other) {}

    static Stream<Pair> pairs() {
        return Stream.of(
                new Pair(new CommitId("a".repeat(40)), new CommitId("b".repeat(40))),
                new Pair(ONE, OTHER),
                new Pair(new FieldType(Kind.INT32, "a"), new FieldType(Kind.MESSAGE, "b")),
                new Pair(new Use(Use.Kind.FIELD_NAME, "a", "b"), new Use(Use.Kind.RPC_NAME, "c", "d")),
                new Pair(
                        new CheckConfig(
                                ConfigVersion.V1,
                                List.of("FILE"),
                                List.of("WIRE"),
                                List.of("a"),
                                Map.of("FILE", List.of("b")),
                                false,
                                true,
                                CheckConfig.DEFAULT.places()),
                        new CheckConfig(
                                ConfigVersion.V2,
                                List.of("WIRE"),
                                List.of("FILE"),
                                List.of("b"),
                                Map.of("WIRE", List.of("a")),
                                true,
                                false,
                                CheckConfig.DEFAULT.places())),
                new Pair(
                        violation("A", ONE, "a", List.of()),
                        violation("B", OTHER, "b", List.of(violation("C", ONE, "c", List.of())))));
    }

    private static Violation violation(String rule, Location location, String message, List<Violation> constituents) {
        Optional<Location> previous = rule.equals("A") ? Optional.empty() : Optional.of(location);
        return new Violation(rule, Optional.of(location), previous, message, constituents, WitnessSearch.NONE);
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void looksAtEveryComponent(Pair pair) throws ReflectiveOperationException {
        Object[] one = components(pair.one());
        Object[] other = components(pair.other());
        Record same = made(pair.one(), one);
        assertEquals(pair.one(), same);
        assertEquals(pair.one().hashCode(), same.hashCode());
        assertNotEquals(pair.one(), "something else");
        for (int at = 0; at < one.length; at++) {
            if (!one[at].equals(other[at])) {
                Object[] changed = one.clone();
                changed[at] = other[at];
                assertNotEquals(pair.one(), made(pair.one(), changed), "component " + at);
            }
        }
        assertNotEquals(pair.one().hashCode(), pair.other().hashCode());
    }

    private static Object[] components(Record of) throws ReflectiveOperationException {
        RecordComponent[] components = of.getClass().getRecordComponents();
        Object[] values = new Object[components.length];
        for (int at = 0; at < values.length; at++) {
            values[at] = components[at].getAccessor().invoke(of);
        }
        return values;
    }

    private static Record made(Record like, Object[] components) throws ReflectiveOperationException {
        Class<?>[] types = Arrays.stream(like.getClass().getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        return like.getClass().getDeclaredConstructor(types).newInstance(components);
    }
}
