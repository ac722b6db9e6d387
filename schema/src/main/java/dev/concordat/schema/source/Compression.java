package dev.concordat.schema.source;

import io.airlift.compress.zstd.ZstdInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** How an archive or an image is compressed as a whole. */
public enum Compression {
    NONE,
    GZIP,
    ZSTD;

    private static final int BUFFER = 1 << 16;

    /** What a file's name says. */
    public static Compression ofName(String path) {
        if (path.endsWith(".gz") || path.endsWith(".tgz")) {
            return GZIP;
        }
        return path.endsWith(".zst") ? ZSTD : NONE;
    }

    /** The compression that an input's option names. */
    public static Optional<Compression> named(String name) {
        return switch (name) {
            case "none" -> Optional.of(NONE);
            case "gzip" -> Optional.of(GZIP);
            case "zstd" -> Optional.of(ZSTD);
            default -> Optional.empty();
        };
    }

    /** A stream of the uncompressed bytes, at most so many. */
    public InputStream uncompressed(InputStream in, long limit) throws IOException {
        return new Uncompressed(
                switch (this) {
                    case NONE -> in;
                    case GZIP -> new GZIPInputStream(in, BUFFER);
                    case ZSTD -> new ZstdInputStream(in);
                },
                limit);
    }

    /** Bytes as they come out of a decompressor, which meets damaged data with exceptions of any type, and counted. */
    private static final class Uncompressed extends FilterInputStream {
        private long left;

        private Uncompressed(InputStream in, long limit) {
            super(in);
            this.left = limit;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read;
            try {
                read = super.read(bytes, offset, length);
            } catch (RuntimeException e) {
                throw new IOException("its compressed data is damaged: " + e.getMessage(), e);
            }
            left -= Math.max(0, read);
            if (left < 0) {
                throw new TooLargeException();
            }
            return read;
        }

        @Override
        public long skip(long count) throws IOException {
            // Skipped bytes are read, so that they are counted and damage is seen.
            byte[] skipped = new byte[(int) Math.min(count, BUFFER)];
            return Math.max(0, read(skipped, 0, skipped.length));
        }
    }

    /** More came out than is allowed. */
    public static final class TooLargeException extends IOException {
        private static final long serialVersionUID = 1L;
    }
}
