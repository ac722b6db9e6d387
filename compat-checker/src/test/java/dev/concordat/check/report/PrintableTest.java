package dev.concordat.check.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PrintableTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\0',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "::error::x,\\u{3a}:error::x",
                "\u00a0\u3000 ::error::x,\u00a0\u3000 \\u{3a}:error::x",
                "a ::error::x,a ::error::x",
                "a##[error]x,a#\\u{23}[error]x",
                "###,#\\u{23}#",
                "##vso[x],#\\u{23}vso[x]",
                "# one # two,# one # two",
                "\u001b[31mred,\\u{1b}[31mred",
                "\u202egnp,\\u{202e}gnp",
                "a\u2028b\u2029c\u0085d,a\\u{2028}b\\u{2029}c\\u{85}d",
                "\u200b\u00ad\ufeff\ufe0f\u034f\u3164,\\u{200b}\\u{ad}\\u{feff}\\u{fe0f}\\u{34f}\\u{3164}",
                "\ud800|\udbff\udfff,\\u{d800}|\\u{10ffff}",
                "\u00e9\u4e16\ud83d\ude00,\u00e9\u4e16\ud83d\ude00"
            })
    void spellsOutWhatIsDangerous(String text, String expected) {
        assertEquals(expected, Printable.line(text));
    }

    @Test
    void leavesAnOrdinaryTextAlone() {
        String text = "Field 2 of \"Order\" changed type from \"int32\" to \"string\".";
        assertSame(text, Printable.line(text));
        assertEquals(text, Printable.message(text));
        assertEquals("", Printable.line(""));
    }

    @Test
    void cutsLinesWithoutCuttingASpelling() {
        assertEquals("a".repeat(4000), Printable.line("a".repeat(4000)));
        assertEquals("a".repeat(3997) + "...", Printable.line("a".repeat(4001)));
        String spelled = Printable.line("\u202e".repeat(4000));
        assertEquals("\\u{202e}".repeat(499) + "...", spelled);
        String pairs = Printable.line("a" + "\ud83d\ude00".repeat(4000));
        assertTrue(pairs.length() <= 4000 && pairs.endsWith("\ud83d\ude00..."), pairs);
    }

    @Test
    void cutsNamesInMessagesSoThatTheRestIsRead() {
        String message = Printable.message("Field \"" + "a".repeat(9000) + "\" was deleted.");
        assertEquals("Field \"" + "a".repeat(199) + "... was deleted.", message);
    }

    @Test
    void readsNoMoreOfAMessageThanIsPrinted() {
        String message = "Value 1 has the names " + "\"A\", ".repeat(500_000);
        assertEquals(Printable.line(message), Printable.message(message));
        assertTimeout(Duration.ofSeconds(10), () -> {
            for (int count = 0; count < 2_000; count++) {
                Printable.message(message);
            }
        });
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\0',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "a b.proto,a b.proto",
                " a.proto ,\\u{20}a.proto\\u{20}",
                "\u3000::a\u00a0,\\u{3000}\\u{3a}:a\\u{a0}"
            })
    void showsBlanksAtTheEndsOfAPath(String path, String expected) {
        assertEquals(expected, Printable.path(path));
    }

    @Test
    void cutsPathsThatNoContractMayHave() {
        assertEquals("a".repeat(1024), Printable.path("a".repeat(1024)));
        assertEquals("a".repeat(1021) + "...", Printable.path("a".repeat(1025)));
        assertTrue(Printable.path(" ".repeat(500)).length() <= 1024);
        assertTrue(Printable.path("a".repeat(1020) + " ".repeat(500)).length() <= 1024);
    }
}
