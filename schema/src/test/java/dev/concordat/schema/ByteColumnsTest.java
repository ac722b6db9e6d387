package dev.concordat.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class ByteColumnsTest {
    private static final int LONG = 4 << 20;

    @Test
    void everyOffsetIsFoundAgain() {
        byte[] bytes = "a\tb\u6f22\t\n\n\tx\r\n  \ty".getBytes(StandardCharsets.UTF_8);
        ByteColumns columns = new ByteColumns(bytes);
        for (int offset = 0; offset <= bytes.length; offset++) {
            int found = columns.find(offset);
            assertEquals(offset, columns.offset(columns.line(found), columns.column(found, offset)));
        }
    }

    @Test
    void tabsGoToTheNextMultipleOfEight() {
        ByteColumns columns = new ByteColumns("a\tb\n\t\tc".getBytes(StandardCharsets.UTF_8));
        assertEquals(8, columns.column(columns.find(2), 2));
        assertEquals(1, columns.line(columns.find(6)));
        assertEquals(16, columns.column(columns.find(6), 6));
    }

    @Test
    void manyPlacesInOneLongLineAreFoundFast() {
        SourceText text =
                new SourceText("a.proto", "\tmessage \u6f22;".repeat(LONG / 13).getBytes(StandardCharsets.UTF_8));
        assertTimeout(Duration.ofSeconds(10), () -> {
            for (int offset = text.size() - 1; offset >= 0; offset -= 100) {
                int column = text.position(offset).column();
                assertEquals(column > 0, text.offsetAt(0, offset) > 0 || offset == 0);
            }
        });
    }

    @Test
    void longLinesHaveTheColumnsOfShortOnes() {
        String part = "ab\tc\u6f22\u5b57d e\u0301".repeat(2000);
        SourceText text = new SourceText("a.proto", ("x\n" + part + "\ny").getBytes(StandardCharsets.UTF_8));
        int size = text.size() - 4;
        int expected = 1;
        for (int offset = 2; offset < size; offset++) {
            if ((text.bytes()[offset] & 0xC0) != 0x80) {
                assertEquals(expected, text.position(offset).column());
                int lead = text.bytes()[offset] & 0xFF;
                expected += lead == '\t' ? 4 - (expected - 1) % 4 : lead == 0xCC ? 0 : lead >= 0xE0 ? 2 : 1;
            }
        }
        assertEquals(new Position(3, 1), text.position(text.size() - 1));
    }
}
