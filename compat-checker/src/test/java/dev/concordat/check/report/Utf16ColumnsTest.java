package dev.concordat.check.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class Utf16ColumnsTest {
    @Test
    void doesNotCountAByteOrderMark() {
        Utf16Columns columns = new Utf16Columns("\ufeffab\n\ufeffc".getBytes(StandardCharsets.UTF_8));
        assertEquals(1, columns.column(0));
        assertEquals(1, columns.column(3));
        assertEquals(2, columns.column(4));
        assertEquals(2, columns.column(9));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 146, 147, 300, 1024})
    void countsAsStringsDo(int lines) {
        // 7 bytes a line and 1,024 a step, so that steps fall everywhere, into characters too.
        String text = "\u00e9\ud83d\ude00\n".repeat(lines) + "\tend" + "x".repeat(3 * lines);
        Utf16Columns columns = new Utf16Columns(text.getBytes(StandardCharsets.UTF_8));
        int offset = 0;
        for (int at = 0; at <= text.length(); at++) {
            assertEquals(at - text.lastIndexOf('\n', at - 1), columns.column(offset), "at " + at);
            if (at < text.length() && !Character.isLowSurrogate(text.charAt(at))) {
                int end = text.offsetByCodePoints(at, 1);
                offset += text.substring(at, end).getBytes(StandardCharsets.UTF_8).length;
                at = end - 1;
            }
        }
    }
}
