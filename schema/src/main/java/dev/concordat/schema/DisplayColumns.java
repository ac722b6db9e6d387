package dev.concordat.schema;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The columns of a text as a terminal shows them. A long line is walked once, not again for each place in it. */
final class DisplayColumns {
    private static final int TAB_STOP = 4;
    /** The bytes between two places whose columns are remembered. */
    private static final int STRIDE = 1 << 9;

    private final byte[] bytes;
    private volatile @Nullable Checkpoints checkpoints;

    DisplayColumns(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The column, from 1, of the byte at an offset. */
    int column(int lineStart, int offset) {
        int at = lineStart;
        int column = 1;
        if (offset - lineStart > STRIDE) {
            Checkpoints known = checkpoints();
            int last = offset / STRIDE;
            last = known.offsets[last] > offset ? last - 1 : last;
            if (known.offsets[last] > lineStart) {
                at = known.offsets[last];
                column = known.columns[last];
            }
        }
        while (at < offset) {
            int length = Math.min(characterLength(bytes[at]), offset - at);
            column = after(at, length, column);
            at += length;
        }
        return column;
    }

    private int after(int at, int length, int column) {
        return bytes[at] == '\t'
                ? column + TAB_STOP - (column - 1) % TAB_STOP
                : column + DisplayWidth.of(codePoint(at, length));
    }

    private Checkpoints checkpoints() {
        Checkpoints known = checkpoints;
        if (known == null) {
            known = walk();
            checkpoints = known;
        }
        return known;
    }

    private Checkpoints walk() {
        Checkpoints known = new Checkpoints(new int[bytes.length / STRIDE + 1], new int[bytes.length / STRIDE + 1]);
        int column = 1;
        int next = 0;
        for (int at = 0; at < bytes.length; ) {
            if (at >= next * STRIDE) {
                known.offsets[next] = at;
                known.columns[next++] = column;
            }
            int length = Math.min(characterLength(bytes[at]), bytes.length - at);
            column = bytes[at] == '\n' ? 1 : after(at, length, column);
            at += length;
        }
        for (; next < known.offsets.length; next++) {
            known.offsets[next] = Integer.MAX_VALUE;
        }
        return known;
    }

    private static int characterLength(byte first) {
        int lead = first & 0xFF;
        if (lead < 0xC0) {
            return 1;
        }
        return lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    }

    private int codePoint(int at, int length) {
        return length == 1 ? bytes[at] & 0xFF : new String(bytes, at, length, StandardCharsets.UTF_8).codePointAt(0);
    }

    /**
     * Places whose columns are known.
     *
     * @param offsets for each multiple of the stride, the first character at or behind it
     * @param columns the column of each
     */
    @SuppressWarnings("ArrayRecordComponent") // read by this class alone
    private record Checkpoints(int[] offsets, int[] columns) {}
}
