package dev.concordat.release;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ToolChangesTest {
    private static final String JAVA = "com.google.protobuf:protobuf-java";

    /** A consumer that manages an older library would not start. */
    @ParameterizedTest
    @CsvSource({
        "4.33.2, 4.35.0, MINOR",
        "4.9.0, 4.10.0, MINOR",
        "4.33, 4.33.1, MINOR",
        "4.33.1, 4.33, PATCH",
        "4.35.0, 4.33.9, PATCH",
        "5.0.0, 4.99.99, PATCH",
        "4.33.2, 4.33.02, PATCH",
        "4.33.2-rc1, 4.33.2-rc2, MINOR",
        "1.99999999999999999999, 1.100000000000000000000, MINOR"
    })
    void aNewerLibraryIsAMinorAndAnOlderOneAPatch(String before, String after, Bump bump) {
        assertEquals(
                List.of(Reason.of(bump, "needs %s %s, was %s".formatted(JAVA, after, before))),
                ToolChanges.between(tools(1, '1', Map.of(JAVA, before)), tools(1, '1', Map.of(JAVA, after))));
    }

    @Test
    void aLibraryThatWasNotNeededIsAMinor() {
        assertEquals(
                List.of(Reason.of(Bump.MINOR, "needs io.grpc:grpc-stub 1.2.3, was none")),
                ToolChanges.between(
                        tools(1, '1', Map.of(JAVA, "4.33.2")),
                        tools(1, '1', Map.of(JAVA, "4.33.2", "io.grpc:grpc-stub", "1.2.3"))));
    }

    @Test
    void everythingElseIsAPatch() {
        Map<String, String> runtime = Map.of(JAVA, "4.33.2");
        assertEquals(
                List.of(Reason.of(Bump.PATCH, "stub format 2, was 1"), Reason.of(Bump.PATCH, "concordat.lock changed")),
                ToolChanges.between(tools(1, '1', runtime), tools(2, '2', runtime)));
        assertEquals(
                List.of(Reason.of(Bump.PATCH, "contracts of third parties changed")),
                ToolChanges.between(tools(1, '1', runtime), tools(1, '1', runtime)));
    }

    private static Tools tools(int stubFormat, char lockDigit, Map<String, String> runtime) {
        return new Tools("0.1.0", Character.toString(lockDigit).repeat(64), stubFormat, new TreeMap<>(runtime));
    }
}
