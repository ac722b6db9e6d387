package dev.concordat.schema.image;

import io.airlift.compress.zstd.ZstdCompressor;
import java.io.IOException;
import java.io.OutputStream;

/** Compresses with zstd, in frames of 8 MiB (RFC 8878 section 3.1). aircompressor's own stream compresses images half as well. */
final class ZstdOutput extends OutputStream {
    private static final int FRAME = 8 << 20;

    private final OutputStream out;
    private final ZstdCompressor compressor = new ZstdCompressor();
    private final byte[] frame = new byte[FRAME];
    private int filled;
    private boolean empty = true;

    ZstdOutput(OutputStream out) {
        this.out = out;
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int at = offset;
        while (at < offset + length) {
            int count = Math.min(offset + length - at, FRAME - filled);
            System.arraycopy(bytes, at, frame, filled, count);
            filled += count;
            at += count;
            if (filled == FRAME) {
                writeFrame();
            }
        }
    }

    /** Nothing at all is one empty frame. */
    @Override
    public void close() throws IOException {
        try (out) {
            if (filled > 0 || empty) {
                writeFrame();
            }
        }
    }

    private void writeFrame() throws IOException {
        byte[] compressed = new byte[compressor.maxCompressedLength(filled)];
        int length = compressor.compress(frame, 0, filled, compressed, 0, compressed.length);
        out.write(compressed, 0, length);
        filled = 0;
        empty = false;
    }
}
