package dev.concordat.generate;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32;

/**
 * Writes jars that depend on nothing but their content: entries in order after the manifest, one time, no file modes, no extra fields, no directories,
 * and a compression of our own.
 */
final class JarFileWriter {
    private static final String MANIFEST = "META-INF/MANIFEST.MF";

    /**
     * Midnight, 1 January 2000, as MS-DOS has it: without a time zone. The format's first day, 1980-01-01, reads as a day in 1979 west of Greenwich, which
     * some tools refuse.
     */
    private static final int TIME = (((2000 - 1980) << 9) | (1 << 5) | 1) << 16;

    private static final int LOCAL_SIZE = 30;
    private static final int CENTRAL_SIZE = 46;
    private static final int END_SIZE = 22;
    private static final int LOCAL = 0x04034b50;
    private static final int CENTRAL = 0x02014b50;
    private static final int END = 0x06054b50;
    private static final short VERSION = 20;
    private static final short UTF_8_NAMES = 1 << 11;
    private static final int MOST_ENTRIES = 0xFFFE;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream directory = new ByteArrayOutputStream();
    private int count;

    private JarFileWriter() {}

    /**
     * Writes a jar.
     *
     * @param entries what it holds besides the manifest, by path
     */
    static void write(Path file, byte[] manifest, Map<String, byte[]> entries) throws IOException {
        Files.write(file, toBytes(manifest, new TreeMap<>(entries)));
    }

    static byte[] toBytes(byte[] manifest, SortedMap<String, byte[]> entries) {
        if (entries.size() >= MOST_ENTRIES) {
            throw new IllegalStateException("A jar of " + entries.size() + " entries.");
        }
        JarFileWriter jar = new JarFileWriter();
        jar.add(MANIFEST, manifest);
        entries.forEach(jar::add);
        return jar.finish();
    }

    private void add(String path, byte[] content) {
        byte[] name = path.getBytes(StandardCharsets.UTF_8);
        byte[] deflated = Deflate.compress(content);
        boolean smaller = deflated.length < content.length;
        byte[] stored = smaller ? deflated : content;
        CRC32 crc = new CRC32();
        crc.update(content);
        // The part that a local header and the directory have in common.
        byte[] common = little(26)
                .putShort(VERSION)
                .putShort(UTF_8_NAMES)
                .putShort((short) (smaller ? 8 : 0))
                .putInt(TIME)
                .putInt((int) crc.getValue())
                .putInt(stored.length)
                .putInt(content.length)
                .putShort((short) name.length)
                .putShort((short) 0)
                .array();
        byte[] entry = little(CENTRAL_SIZE)
                .putInt(CENTRAL)
                .putShort(VERSION)
                .put(common)
                .position(CENTRAL_SIZE - Integer.BYTES)
                .putInt(out.size())
                .array();
        directory.writeBytes(entry);
        directory.writeBytes(name);
        out.writeBytes(little(LOCAL_SIZE).putInt(LOCAL).put(common).array());
        out.writeBytes(name);
        out.writeBytes(stored);
        count++;
    }

    private byte[] finish() {
        int start = out.size();
        out.writeBytes(directory.toByteArray());
        out.writeBytes(little(END_SIZE)
                .putInt(END)
                .putInt(0)
                .putShort((short) count)
                .putShort((short) count)
                .putInt(directory.size())
                .putInt(start)
                .putShort((short) 0)
                .array());
        return out.toByteArray();
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
