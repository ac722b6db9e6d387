package dev.concordat.schema;

import java.util.Arrays;

/**
 * The lines and columns of a text as protoc counts them: both from 0, columns in bytes, with tabs that go to the next multiple of 8. Counted once, then
 * looked up, so that a text of one long line costs no more than one of many short ones.
 */
public final class ByteColumns {
    private static final int TAB_STOP = 8;

    private final int size;
    /** The offsets after which columns no longer grow by one a byte: behind each line feed and each tab. */
    private final int[] offsets;
    /** The column at each of these offsets; 0 only behind a line feed, and at the start. */
    private final int[] columns;
    /** The line at each of these offsets. */
    private final int[] lines;

    /** The columns of these bytes. */
    public ByteColumns(byte[] bytes) {
        size = bytes.length;
        int count = 1;
        for (byte next : bytes) {
            if (next == '\n' || next == '\t') {
                count++;
            }
        }
        offsets = new int[count];
        columns = new int[count];
        lines = new int[count];
        fill(bytes);
    }

    private void fill(byte[] bytes) {
        int mark = 0;
        for (int at = 0; at < bytes.length; at++) {
            byte next = bytes[at];
            if (next == '\n') {
                mark++;
                offsets[mark] = at + 1;
                lines[mark] = lines[mark - 1] + 1;
            } else if (next == '\t') {
                int column = columns[mark] + at - offsets[mark];
                mark++;
                offsets[mark] = at + 1;
                lines[mark] = lines[mark - 1];
                columns[mark] = column + TAB_STOP - column % TAB_STOP;
            }
        }
    }

    /** What {@link #line(int)} and {@link #column(int, int)} need to know about the byte at an offset. */
    public int find(int offset) {
        int found = Arrays.binarySearch(offsets, offset);
        return found >= 0 ? found : -found - 2;
    }

    /** The line that was found. */
    public int line(int found) {
        return lines[found];
    }

    /** The column of the byte at an offset that was found. */
    public int column(int found, int offset) {
        return columns[found] + offset - offsets[found];
    }

    /** The offset of a place; the end of the text when it has fewer lines. */
    public int offset(int line, int column) {
        int low = 0;
        int high = offsets.length - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            boolean behind = lines[middle] < line || (lines[middle] == line && columns[middle] <= column);
            low = behind ? middle : low;
            high = behind ? high : middle - 1;
        }
        return lines[low] < line ? size : Math.min(size, offsets[low] + column - columns[low]);
    }
}
