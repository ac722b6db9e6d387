package dev.concordat.schema;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The bytes of one contract file, with the path that is printed for it. */
public final class SourceText {
    private final String path;
    private final byte[] bytes;
    private final DisplayColumns displayColumns;
    private final @Nullable KnownPlaces places;
    private volatile LineStarts lineStarts = LineStarts.FIRST;
    private volatile @Nullable ByteColumns byteColumns;

    /** A text of these bytes, which are not copied and must not change. */
    public SourceText(String path, byte[] bytes) {
        this(path, bytes, null);
    }

    private SourceText(String path, byte[] bytes, @Nullable KnownPlaces places) {
        this.path = path;
        this.bytes = bytes;
        this.displayColumns = new DisplayColumns(bytes);
        this.places = places;
    }

    /**
     * A file of which only places are known, as an image tells them. It has no bytes, and what would be an offset into them is the number of a place.
     *
     * @param places every known {@link #place}, in any order
     */
    public static SourceText ofPlaces(String path, long[] places) {
        return new SourceText(path, new byte[0], new KnownPlaces(places));
    }

    /** The same text with another path. */
    public SourceText at(String otherPath) {
        return new SourceText(otherPath, bytes, places);
    }

    /** A place as one number: the line and the column, both from 0. */
    public static long place(int line, int column) {
        return (long) line << Integer.SIZE | column;
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
        return places == null ? bytes.length : places.size();
    }

    /** The position of the byte at this offset. */
    public Position position(int offset) {
        if (places != null) {
            return places.position(offset);
        }
        LineStarts starts = startsUpTo(offset);
        int line = starts.lineOf(offset);
        return new Position(line + 1, displayColumns.column(starts.of(line), offset));
    }

    /**
     * The offset of a place as protoc counts it.
     *
     * @param line the line, from 0
     * @param column the column, from 0
     * @see ByteColumns
     */
    public int offsetAt(int line, int column) {
        if (places != null) {
            return places.offset(line, column);
        }
        ByteColumns columns = byteColumns;
        if (columns == null) {
            columns = new ByteColumns(bytes);
            byteColumns = columns;
        }
        return columns.offset(line, column);
    }

    /** The text between two offsets. */
    public String text(int start, int end) {
        return places == null ? new String(bytes, start, end - start, StandardCharsets.UTF_8) : "";
    }

    @Override
    public String toString() {
        return path;
    }

    private LineStarts startsUpTo(int offset) {
        LineStarts known = lineStarts;
        if (offset > known.end()) {
            known = known.upTo(offset, bytes);
            lineStarts = known;
        }
        return known;
    }
}
