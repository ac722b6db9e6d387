package dev.concordat.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.concordat.schema.ContractException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class VersionTest {
    @ParameterizedTest
    @ValueSource(strings = {"0.0.0", "1.2.3", "10.20.30", "999999999.999999999.999999999"})
    void readsWhatItWrites(String text) {
        assertEquals(Optional.of(text), Version.parse(text).map(Version::toString));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "1.2",
                "1.2.3.4",
                "01.2.3",
                "1.02.3",
                "1.2.03",
                "-1.2.3",
                "+1.2.3",
                "1.2.3-rc1",
                "1.2.3+1",
                " 1.2.3",
                "1.2.3\n",
                "1000000000.0.0",
                "99999999999999999999.0.0",
                "1..3",
                "١.٢.٣",
                "v1.2.3"
            })
    void refusesWhatIsNoReleaseVersion(String text) {
        assertEquals(Optional.empty(), Version.parse(text));
    }

    @Test
    void isEqualWhenAllItsNumbersAre() {
        Version version = new Version(1, 2, 3);
        assertEquals(new Version(1, 2, 3), version);
        assertEquals(new Version(1, 2, 3).hashCode(), version.hashCode());
        assertNotEquals(new Version(2, 2, 3), version);
        assertNotEquals(new Version(1, 1, 3), version);
        assertNotEquals(new Version(1, 2, 4), version);
        assertNotEquals(version, "1.2.3");
    }

    @Test
    void hasNoNumberThatItsTextCannotHold() {
        assertThrows(IllegalStateException.class, () -> new Version(-1, 0, 0));
        assertThrows(IllegalStateException.class, () -> new Version(0, -1, 0));
        assertThrows(IllegalStateException.class, () -> new Version(0, 0, 1_000_000_000));
    }

    @Test
    void ordersByNumberAndNotByText() {
        List<String> sorted = List.of("0.9.0", "1.0.0", "1.0.9", "1.0.10", "1.9.0", "1.10.0", "9.0.0", "10.0.0");
        List<Version> shuffled =
                new ArrayList<>(sorted.stream().map(VersionTest::version).toList());
        Collections.shuffle(shuffled, new Random(7));
        assertEquals(sorted, shuffled.stream().sorted().map(Version::toString).toList());
    }

    @ParameterizedTest
    @CsvSource({"PATCH, PATCH, PATCH", "PATCH, MAJOR, MAJOR", "MAJOR, MINOR, MAJOR", "MINOR, PATCH, MINOR"})
    void movesByTheLargerOfTwoBumps(Bump one, Bump other, Bump larger) {
        assertEquals(larger, one.or(other));
    }

    @ParameterizedTest
    @CsvSource({
        "1.2.3, PATCH, 1.2.4", "1.2.3, MINOR, 1.3.0", "1.2.3, MAJOR, 2.0.0",
        "0.2.3, PATCH, 0.2.4", "0.2.3, MINOR, 0.2.4", "0.2.3, MAJOR, 0.3.0"
    })
    void movesByTheBump(String previous, Bump bump, String next) throws ContractException {
        boolean unstable = previous.startsWith("0.");
        assertEquals(version(next), choice().after(version(previous), bump, unstable));
    }

    @ParameterizedTest
    @CsvSource({
        "1.2.3, PATCH, 1.2.4, 1.2.5",
        "1.2.3, MINOR, 1.3.0 1.4.0, 1.5.0",
        "1.2.3, MINOR, 2.0.0 2.1.0, 1.3.0",
        "1.2.3, MAJOR, 2.0.0 2.1.0, 3.0.0",
        "0.2.3, MAJOR, 0.3.0, 0.4.0"
    })
    void staysFreeOfEveryOtherTag(String previous, Bump bump, String taken, String next) throws ContractException {
        boolean unstable = previous.startsWith("0.");
        assertEquals(version(next), choice(taken.split(" ")).after(version(previous), bump, unstable));
    }

    @Test
    void startsAtOneOrBelowWhileAllIsUnstable() throws ContractException {
        assertEquals(version("1.0.0"), choice().first(false));
        assertEquals(version("0.1.0"), choice().first(true));
        assertEquals(version("2.0.0"), choice("1.0.0").first(false));
        assertEquals(version("0.2.0"), choice("0.1.0").first(true));
    }

    @Test
    void reachesOneWithTheFirstStablePackage() throws ContractException {
        assertEquals(version("1.0.0"), choice().after(version("0.4.1"), Bump.MINOR, false));
        assertEquals(version("2.0.0"), choice("1.0.0").after(version("0.4.1"), Bump.PATCH, false));
    }

    @Test
    void saysWhenTheNumbersAreUsedUp() {
        Version last = version("999999999.999999999.999999999");
        for (Bump bump : Bump.values()) {
            assertThrows(ContractException.class, () -> choice().after(last, bump, false));
        }
    }

    private static VersionChoice choice(String... taken) {
        Set<Version> versions = Arrays.stream(taken).map(VersionTest::version).collect(Collectors.toSet());
        return new VersionChoice("routeguide", versions);
    }

    private static Version version(String text) {
        return Version.parse(text).orElseThrow();
    }
}
