package dev.concordat.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    /** As buf 1.75.0 counts them. */
    @ParameterizedTest
    @CsvSource({
        "'\u000b', 0",
        "'\u007f', 0",
        "'\u0085', 0",
        "'\u00ad', 0",
        "'\u2028', 0",
        "'\u2e3b', 4",
        "'#\ufe0f\u20e3', 1",
        "'\u0915\u093f', 2",
        "'\u0915\u094d\u0937\u093f', 3",
        "'\u0e01\u0e33', 2",
        "'\u2764', 1",
        "'\u2764\ufe0f', 2",
        "'\ud83d\udc4d\ud83c\udffd', 2",
        "'\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67', 2",
        "'\ud83c\udde9', 2",
        "'\ud83c\udde9\ud83c\uddea', 2",
        "'\u1100\u1161\u11a8', 2",
        "'e\u0301', 1",
        "'x\u0301\u0302\u0303', 1"
    })
    void whatLooksLikeOneCharacterHasOneWidth(String character, int width) {
        for (int count : new int[] {1, 2, 3_000}) {
            SourceText text = text("/*" + (character + " ").repeat(count) + "*/ z");
            assertEquals(new Position(1, 6 + count * (width + 1)), at(text, "z"));
        }
    }

    @Test
    void aCharacterWithAnyNumberOfMarksIsOne() {
        SourceText text = text("e" + "\u0301".repeat(5_000) + "z");
        assertEquals(new Position(1, 2), at(text, "z"));
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

    @Test
    void positionsAreTheSameInWhicheverOrderTheyAreAskedFor() {
        Random random = new Random(5);
        StringBuilder content = new StringBuilder();
        for (int line = 0; line < 300; line++) {
            content.append("x".repeat(random.nextInt(20))).append('\n');
        }
        for (int round = 0; round < 50; round++) {
            SourceText text = text(content.toString());
            for (int asked = 0; asked < 10; asked++) {
                int offset = random.nextInt(content.length() + 1);
                String before = content.substring(0, offset);
                int line = (int)
                        before.chars().filter(character -> character == '\n').count();
                int column = offset - (before.lastIndexOf('\n') + 1);
                assertEquals(new Position(line + 1, column + 1), text.position(offset));
            }
        }
    }

    private static Position at(SourceText text, String wanted) {
        String content = text.text(0, text.size());
        return text.position(content.substring(0, content.indexOf(wanted)).getBytes(StandardCharsets.UTF_8).length);
    }

    private static SourceText text(String content) {
        return new SourceText("a.proto", content.getBytes(StandardCharsets.UTF_8));
    }
}
