package dev.concordat.check.report;

import java.nio.charset.StandardCharsets;
import java.util.zip.Deflater;

/** How large texts are together once they are compressed, to within 64 KiB. */
final class CompressedSize implements AutoCloseable {
    private final Deflater deflater = new Deflater();
    private final byte[] buffer = new byte[8192];
    private long size;

    /** The size with this text added. */
    long with(String text) {
        deflater.setInput(text.getBytes(StandardCharsets.UTF_8));
        while (!deflater.needsInput()) {
            size += deflater.deflate(buffer);
        }
        return size;
    }

    @Override
    public void close() {
        deflater.end();
    }
}
