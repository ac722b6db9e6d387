package dev.concordat.schema;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The bytes of one contract file, with the path that is printed for it. */
public final class SourceText {
    private static final int TAB_STOP = 4;

    private final String path;
    private final byte[] bytes;
    private int @Nullable [] lineStarts;

    /** A text of these bytes, which are not copied and must not change. */
    public SourceText(String path, byte[] bytes) {
        this.path = path;
        this.bytes = bytes;
    }

    /** The path that is printed: relative to the directory that the command was started in. */
    public String path() {
        return path;
    }

    /** The file's content, not copied: it must not be changed. */
    public byte[] bytes() {
        return bytes;
    }

    /** The number of bytes. */
    public int size() {
        return bytes.length;
    }

    /** The position of the byte at this offset. */
    public Position position(int offset) {
        int line = lineOf(offset);
        int column = 1;
        for (int at = lineStart(line); at < offset; ) {
            int length = Math.min(characterLength(bytes[at]), offset - at);
            if (bytes[at] == '\t') {
                column += TAB_STOP - (column - 1) % TAB_STOP;
            } else {
                column += DisplayWidth.of(codePoint(at, length));
            }
            at += length;
        }
        return new Position(line + 1, column);
    }

    /**
     * The offset of a place as protoc counts it: bytes, with tabs that go to the next multiple of 8.
     *
     * @param line the line, from 0
     * @param column the column, from 0
     */
    public int offsetAt(int line, int column) {
        int at = lineStart(line);
        for (int reached = 0; reached < column && at < bytes.length; at++) {
            reached += bytes[at] == '\t' ? 8 - reached % 8 : 1;
        }
        return at;
    }

    /** The text between two offsets. */
    public String text(int start, int end) {
        return new String(bytes, start, end - start, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return path;
    }

    private int lineOf(int offset) {
        int found = Arrays.binarySearch(lineStarts(), offset);
        return found >= 0 ? found : -found - 2;
    }

    private int lineStart(int line) {
        int[] starts = lineStarts();
        return line < starts.length ? starts[line] : bytes.length;
    }

    private int[] lineStarts() {
        int[] starts = lineStarts;
        if (starts == null) {
            starts = new int[16];
            int count = 1;
            for (int at = 0; at < bytes.length; at++) {
                if (bytes[at] == '\n') {
                    if (count == starts.length) {
                        starts = Arrays.copyOf(starts, count * 2);
                    }
                    starts[count++] = at + 1;
                }
            }
            starts = Arrays.copyOf(starts, count);
            lineStarts = starts;
        }
        return starts;
    }

    private static int characterLength(byte first) {
        int lead = first & 0xFF;
        if (lead < 0xC0) {
            return 1;
        }
        return lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    }

    private int codePoint(int at, int length) {
        return length == 1 ? bytes[at] & 0xFF : text(at, at + length).codePointAt(0);
    }
}
