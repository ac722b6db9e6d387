package dev.concordat.schema.source;

import dev.concordat.schema.ContractException;
import dev.concordat.schema.source.ArchiveEntry.Kind;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Reads a zip archive by its directory, which tells what the JDK's reader does not: which entries are links. Contents are inflated when they are asked
 * for, and checked against the directory.
 */
final class ZipReader {
    private static final int END = 0x06054b50;
    private static final int END_SIZE = 22;
    private static final int LARGE_END = 0x06064b50;
    private static final int LARGE_LOCATOR = 0x07064b50;
    private static final int LARGE_LOCATOR_SIZE = 20;
    private static final int DIRECTORY_ENTRY = 0x02014b50;
    private static final int DIRECTORY_ENTRY_SIZE = 46;
    private static final int LOCAL_ENTRY = 0x04034b50;
    private static final int LOCAL_ENTRY_SIZE = 30;
    private static final int UNIX = 3;
    private static final int LINK_MODE = 0xA000;
    private static final int MODE_TYPE = 0xF000;

    private final ByteBuffer bytes;

    ZipReader(ByteBuffer bytes) {
        this.bytes = bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Adds every entry to a tree. */
    void readInto(ArchiveTree tree) throws IOException, ContractException {
        try {
            Directory directory = directory();
            int at = directory.start();
            for (long entry = 0; entry < directory.count(); entry++) {
                if (bytes.getInt(at) != DIRECTORY_ENTRY) {
                    throw new IOException("its directory is damaged");
                }
                int nameLength = shortAt(at + 28);
                tree.add(entry(at, nameLength));
                at += DIRECTORY_ENTRY_SIZE + nameLength + shortAt(at + 30) + shortAt(at + 32);
            }
        } catch (IndexOutOfBoundsException e) {
            throw new IOException("it ends in the middle", e);
        }
    }

    private Directory directory() throws IOException {
        int last = Math.max(0, bytes.limit() - END_SIZE - 0xFFFF);
        for (int at = bytes.limit() - END_SIZE; at >= last; at--) {
            if (bytes.getInt(at) == END && at + END_SIZE + shortAt(at + 20) == bytes.limit()) {
                int count = shortAt(at + 10);
                long start = intAt(at + 16);
                return count == 0xFFFF || start == 0xFFFFFFFFL
                        ? largeDirectory(at)
                        : new Directory(position(start), count);
            }
        }
        throw new IOException("it has no directory at its end, or is no zip archive");
    }

    /** The directory of an archive with more entries or bytes than the first version of the format can tell. */
    private Directory largeDirectory(int end) throws IOException {
        int locator = end - LARGE_LOCATOR_SIZE;
        if (bytes.getInt(locator) != LARGE_LOCATOR) {
            throw new IOException("its directory is damaged");
        }
        int at = position(bytes.getLong(locator + 8));
        if (bytes.getInt(at) != LARGE_END) {
            throw new IOException("its directory is damaged");
        }
        return new Directory(position(bytes.getLong(at + 48)), bytes.getLong(at + 32));
    }

    private ArchiveEntry entry(int at, int nameLength) {
        String name = text(at + DIRECTORY_ENTRY_SIZE, nameLength);
        int madeBy = bytes.get(at + 5);
        int mode = bytes.getInt(at + 38) >>> 16;
        Kind kind = name.endsWith("/") ? Kind.DIRECTORY : Kind.FILE;
        if (madeBy == UNIX && (mode & MODE_TYPE) == LINK_MODE) {
            kind = Kind.LINK;
        }
        return new ArchiveEntry(name, kind, intAt(at + 24), () -> content(at, name));
    }

    private byte[] content(int at, String name) throws IOException {
        try {
            int local = position(intAt(at + 42));
            int nameLength = shortAt(local + 26);
            if (bytes.getInt(local) != LOCAL_ENTRY
                    || !text(local + LOCAL_ENTRY_SIZE, nameLength).equals(name)) {
                throw new IOException("its directory and its entry %s disagree".formatted(PathRules.quoted(name)));
            }
            int start = local + LOCAL_ENTRY_SIZE + nameLength + shortAt(local + 28);
            byte[] packed = new byte[position(intAt(at + 20))];
            bytes.get(start, packed);
            boolean encrypted = (shortAt(at + 8) & 1) != 0;
            byte[] content = unpack(packed, encrypted ? -1 : shortAt(at + 10), (int) intAt(at + 24), name);
            CRC32 checksum = new CRC32();
            checksum.update(content);
            if (checksum.getValue() != intAt(at + 16)) {
                throw new IOException("its entry %s is damaged".formatted(PathRules.quoted(name)));
            }
            return content;
        } catch (IndexOutOfBoundsException e) {
            throw new IOException("it ends in the middle", e);
        }
    }

    private static byte[] unpack(byte[] packed, int method, int size, String name) throws IOException {
        return switch (method) {
            case 0 -> packed;
            case 8 -> inflate(packed, size, name);
            default ->
                throw new IOException("its entry %s is encrypted, or packed with a method other than deflate"
                        .formatted(PathRules.quoted(name)));
        };
    }

    private static byte[] inflate(byte[] packed, int size, String name) throws IOException {
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(packed);
            byte[] content = new byte[size];
            int length = 0;
            int read;
            do {
                read = inflater.inflate(content, length, size - length);
                length += read;
            } while (read > 0);
            boolean more = inflater.inflate(new byte[1]) > 0;
            if (length < size || more) {
                throw new IOException("its entry %s has another size than it says".formatted(PathRules.quoted(name)));
            }
            return content;
        } catch (DataFormatException e) {
            throw new IOException("its entry %s is damaged".formatted(PathRules.quoted(name)), e);
        } finally {
            inflater.end();
        }
    }

    private String text(int at, int length) {
        byte[] text = new byte[length];
        bytes.get(at, text);
        return new String(text, StandardCharsets.UTF_8);
    }

    private int shortAt(int at) {
        return bytes.getShort(at) & 0xFFFF;
    }

    private long intAt(int at) {
        return bytes.getInt(at) & 0xFFFFFFFFL;
    }

    /** An offset or length that must lie in the archive. */
    private int position(long offset) throws IOException {
        if (offset < 0 || offset > bytes.limit()) {
            throw new IOException("its directory is damaged");
        }
        return (int) offset;
    }

    /** Where the directory is, and how many entries it has. */
    private record Directory(int start, long count) {}
}
