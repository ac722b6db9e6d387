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
            while (last > 0 && known.offsets[last] > offset) {
                last--;
            }
            if (known.offsets[last] > lineStart) {
                at = known.offsets[last];
                column = known.columns[last];
            }
        }
        while (at < offset) {
            int length = length(at);
            column = after(at, length, column);
            at += length;
        }
        return column;
    }

    /** The bytes of the grapheme cluster at an offset: of ASCII before ASCII it is one. */
    private int length(int at) {
        return isAscii(at) && isAscii(at + 1) ? 1 : Graphemes.at(bytes, at).getBytes(StandardCharsets.UTF_8).length;
    }

    private boolean isAscii(int at) {
        return at >= bytes.length || bytes[at] >= 0;
    }

    private int after(int at, int length, int column) {
        if (bytes[at] == '\t') {
            return column + TAB_STOP - (column - 1) % TAB_STOP;
        }
        return column
                + (length == 1
                        ? DisplayWidth.of(bytes[at])
                        : DisplayWidth.of(
                                new String(bytes, at, Math.min(length, bytes.length - at), StandardCharsets.UTF_8)));
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
            int length = length(at);
            column = bytes[at] == '\n' ? 1 : after(at, length, column);
            at += length;
        }
        for (; next < known.offsets.length; next++) {
            known.offsets[next] = Integer.MAX_VALUE;
        }
        return known;
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
