package dev.concordat.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class SourceTextTest {

    @Test
    void columnsAreWhatATerminalShows() {
        SourceText text = text("a\tb\n\u6f22\u5b57c\ne\u0301f\n\ud83d\ude00g");
        assertEquals(new Position(1, 1), at(text, "a"));
        assertEquals(new Position(1, 5), at(text, "b"));
        assertEquals(new Position(2, 5), at(text, "c"));
        assertEquals(new Position(3, 2), at(text, "f"));
        assertEquals(new Position(4, 3), at(text, "g"));
    }

    @Test
    void protocCountsBytesAndTabsOfEight() {
        SourceText text = text("x\n\t\tname\n  \u6f22 z");
        assertEquals("name", text.text(text.offsetAt(1, 16), text.offsetAt(1, 20)));
        assertEquals("z", text.text(text.offsetAt(2, 6), text.offsetAt(2, 7)));
        assertEquals(text.size(), text.offsetAt(9, 0));
    }

    @Test
    void theEndOfTheFileHasAPosition() {
        assertEquals(new Position(2, 1), text("a\n").position(2));
        assertEquals(new Position(1, 1), text("").position(0));
    }

    private static Position at(SourceText text, String wanted) {
        String content = text.text(0, text.size());
        return text.position(content.substring(0, content.indexOf(wanted)).getBytes(StandardCharsets.UTF_8).length);
    }

    private static SourceText text(String content) {
        return new SourceText("a.proto", content.getBytes(StandardCharsets.UTF_8));
    }
}
