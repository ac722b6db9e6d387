package dev.concordat.schema.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PathRulesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"a.proto", "billing/v1/billing_service.proto", "a-b/.hidden/c.d.proto", "console/auxiliary.proto"
            })
    void allowsOrdinaryPaths(String path) {
        assertTrue(PathRules.objection(path).isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "a b.proto, characters",
        "ä.proto, characters",
        "a\\b.proto, characters",
        "a:b.proto, characters",
        "-rf/a.proto, tools take for an option",
        "a/-I.proto, tools take for an option",
        "a//b.proto, part",
        "/a.proto, part",
        "a/../b.proto, part",
        "./a.proto, part",
        "con.proto, Windows",
        "a/AUX/b.proto, Windows",
        "lpt1.x.proto, Windows",
        "a./b.proto, Windows drops",
    })
    void refusesWhatMeansDifferentThingsElsewhere(String path, String reason) {
        String objection = PathRules.objection(path).orElseThrow();
        assertTrue(objection.contains(reason), objection);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b.proto", "ä+%.proto", "aux.proto", "-rf/a.proto", "a./b:c.proto", "..a/x.git.proto"})
    void readsWhatIsOnlyUnusual(String path) {
        assertEquals(Optional.empty(), PathRules.danger(path));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\\b.proto",
                "a\n.proto",
                "a\u0000.proto",
                "a\u0085.proto",
                "a/../b.proto",
                "/a.proto",
                ".Git/a.proto"
            })
    void neverReadsWhatIsDangerous(String path) {
        assertTrue(PathRules.danger(path).isPresent());
        assertTrue(PathRules.objection(path).isPresent());
    }

    @Test
    void normalizesWhatStaysInside() {
        assertEquals(Optional.of("b"), PathRules.normalized("./a/..//b/"));
        assertEquals(Optional.of("."), PathRules.normalized("a/.."));
        assertEquals(Optional.empty(), PathRules.normalized("a/../../b"));
        assertEquals(Optional.empty(), PathRules.normalized("/b"));
    }

    @Test
    void refusesLongPaths() {
        assertTrue(PathRules.objection("a".repeat(195) + ".proto").isPresent());
        assertTrue(PathRules.objection("a".repeat(194) + ".proto").isEmpty());
        assertTrue(PathRules.objection("abc/".repeat(255) + "a.proto").isPresent());
    }

    @Test
    void quotesWithoutAnythingThatATerminalObeys() {
        assertEquals(
                "\"a\\u{a}\\u{1b}\\u{202e}\\u{1f600}\\\"\\\\b\"", PathRules.quoted("a\n\u001b\u202e\ud83d\ude00\"\\b"));
        assertEquals(205, PathRules.quoted("x".repeat(1000)).length());
    }
}
