package dev.concordat.schema.link;

import com.google.protobuf.ByteString;
import java.util.Arrays;

/** Bytes in protobuf's binary format, while they are written (protobuf.dev, Encoding). */
final class WireBuffer {
    static final int VARINT = 0;
    static final int FIXED64 = 1;
    static final int LENGTH_DELIMITED = 2;
    static final int START_GROUP = 3;
    static final int END_GROUP = 4;
    static final int FIXED32 = 5;

    private byte[] bytes = new byte[24];
    private int size;

    /** The number of bytes so far. */
    int size() {
        return size;
    }

    /** Whether there are none but zeros. */
    boolean isZero() {
        for (int at = 0; at < size; at++) {
            if (bytes[at] != 0) {
                return false;
            }
        }
        return true;
    }

    /** Forgets all bytes. */
    void clear() {
        size = 0;
    }

    /** A copy of the bytes. */
    ByteString toByteString() {
        return ByteString.copyFrom(bytes, 0, size);
    }

    /** Writes the key of a field. */
    void tag(int number, int wireType) {
        varint((((long) number << 3) | wireType) & 0xFFFF_FFFFL);
    }

    /** Writes a number of variable length. */
    void varint(long value) {
        room(10);
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            bytes[size++] = (byte) ((rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
    }

    /** Writes four bytes, the lowest first. */
    void fixed32(int value) {
        room(4);
        for (int shift = 0; shift < 32; shift += 8) {
            bytes[size++] = (byte) (value >>> shift);
        }
    }

    /** Writes eight bytes, the lowest first. */
    void fixed64(long value) {
        room(8);
        for (int shift = 0; shift < 64; shift += 8) {
            bytes[size++] = (byte) (value >>> shift);
        }
    }

    /** Writes bytes behind their length. */
    void delimited(ByteString value) {
        varint(value.size());
        room(value.size());
        value.copyTo(bytes, size);
        size += value.size();
    }

    /** Writes another buffer's bytes behind their length. */
    void delimited(WireBuffer value) {
        varint(value.size);
        append(value);
    }

    /** Writes another buffer's bytes. */
    void append(WireBuffer value) {
        room(value.size);
        System.arraycopy(value.bytes, 0, bytes, size, value.size);
        size += value.size;
    }

    /** Writes a message as the value of a field: delimited by its length or, for a group, by tags. */
    void message(int number, boolean group, WireBuffer value) {
        if (group) {
            tag(number, START_GROUP);
            append(value);
            tag(number, END_GROUP);
        } else {
            tag(number, LENGTH_DELIMITED);
            delimited(value);
        }
    }

    private void room(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }
}
