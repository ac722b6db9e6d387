package dev.concordat.check.report;

/**
 * Columns of a text as SARIF counts them, in UTF-16 code units from 1. The work for a column does not depend on the length of its line.
 */
final class Utf16Columns {
    private static final int STEP = 1024;

    private final byte[] utf8;
    private final int[] units;
    private final int[] lineStarts;

    /** Counts to every 1,024th byte once. */
    Utf16Columns(byte[] utf8) {
        this.utf8 = utf8;
        this.units = new int[utf8.length / STEP + 1];
        this.lineStarts = new int[units.length];
        int count = 0;
        int lineStart = 0;
        for (int at = 0; at < utf8.length; at++) {
            if (at % STEP == 0) {
                units[at / STEP] = count;
                lineStarts[at / STEP] = lineStart;
            }
            count += width(at);
            lineStart = utf8[at] == '\n' ? at + 1 : lineStart;
        }
        if (utf8.length % STEP == 0) {
            units[units.length - 1] = count;
            lineStarts[units.length - 1] = lineStart;
        }
    }

    /** The column of the character at this offset. */
    int column(int offset) {
        return units(offset) - units(lineStart(offset)) + 1;
    }

    private int units(int offset) {
        int count = units[offset / STEP];
        for (int at = offset / STEP * STEP; at < offset; at++) {
            count += width(at);
        }
        return count;
    }

    private int lineStart(int offset) {
        int start = lineStarts[offset / STEP];
        for (int at = offset / STEP * STEP; at < offset; at++) {
            start = utf8[at] == '\n' ? at + 1 : start;
        }
        return start;
    }

    /** Two units for a character of four bytes, none for its further bytes and for a byte order mark (section 3.30.2). */
    private int width(int at) {
        int bits = utf8[at] & 0xff;
        return bits >= 0xf0 ? 2 : (bits & 0xc0) == 0x80 || (at == 0 && isMarked()) ? 0 : 1;
    }

    private boolean isMarked() {
        return utf8.length > 2 && utf8[0] == (byte) 0xef && utf8[1] == (byte) 0xbb && utf8[2] == (byte) 0xbf;
    }
}
