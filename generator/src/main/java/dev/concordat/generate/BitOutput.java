package dev.concordat.generate;

import java.util.Arrays;

/** Bits, packed from the lowest of each byte on (RFC 1951, section 3.1.1). */
final class BitOutput {
    private byte[] bytes;
    private int size;
    private long pending;
    private int pendingBits;

    BitOutput(int expectedBytes) {
        this.bytes = new byte[Math.max(64, expectedBytes)];
    }

    /** Appends a number of at most 32 bits, its lowest bit first. */
    void write(int value, int bits) {
        pending |= (value & (1L << bits) - 1) << pendingBits;
        pendingBits += bits;
        while (pendingBits >= Byte.SIZE) {
            append((byte) pending);
            pending >>>= Byte.SIZE;
            pendingBits -= Byte.SIZE;
        }
    }

    /** Everything written, the last byte filled with zeros. */
    byte[] toByteArray() {
        if (pendingBits > 0) {
            append((byte) pending);
            pendingBits = 0;
            pending = 0;
        }
        return Arrays.copyOf(bytes, size);
    }

    private void append(byte next) {
        if (size == bytes.length) {
            bytes = Arrays.copyOf(bytes, size * 2);
        }
        bytes[size++] = next;
    }
}
