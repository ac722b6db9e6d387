package dev.concordat.schema.source;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;

/** A pack with its index, made object by object, so that it may hold what git would not write. */
final class PackSandbox {
    /** How much one instruction of a delta copies. */
    static final int COPIED = 0x10000;

    private static final int OFFSET_DELTA = 6;

    private final ByteArrayOutputStream objects = new ByteArrayOutputStream();
    private final Map<String, Entry> entries = new TreeMap<>();

    private record Entry(int offset, int checksum) {}

    /** Adds a blob under the id that it has, and answers its offset. */
    long blob(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return add(id(bytes), header(Constants.OBJ_BLOB, bytes.length), new byte[0], bytes);
    }

    /** Adds, under any id, what another object becomes when its beginning is copied many times. */
    long delta(ObjectId id, long base, long baseSize, int copies) {
        ByteArrayOutputStream delta = new ByteArrayOutputStream();
        size(delta, baseSize);
        size(delta, (long) copies * COPIED);
        for (int copy = 0; copy < copies; copy++) {
            delta.write(0x80);
        }
        return addDelta(id, base, delta.toByteArray());
    }

    /** Adds the first bytes of another object, which are these, and answers their id. */
    ObjectId part(long base, long baseSize, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream delta = new ByteArrayOutputStream();
        size(delta, baseSize);
        size(delta, bytes.length);
        delta.write(0x90);
        delta.write(bytes.length);
        ObjectId id = id(bytes);
        addDelta(id, base, delta.toByteArray());
        return id;
    }

    /** Writes both files. */
    void write(Path directory) throws IOException {
        Files.createDirectories(directory);
        byte[] pack = hashed(ByteBuffer.allocate(12 + objects.size())
                .putInt(0x5041434B)
                .putInt(2)
                .putInt(entries.size())
                .put(objects.toByteArray())
                .array());
        Files.write(directory.resolve("pack-1234567890123456789012345678901234567890.pack"), pack);
        ByteBuffer index = ByteBuffer.allocate(8 + 256 * 4 + entries.size() * 28 + 20);
        index.putInt(0xFF744F63).putInt(2);
        for (int first = 0; first < 256; first++) {
            String bound = "%02x".formatted(first) + "g";
            index.putInt((int) entries.keySet().stream()
                    .filter(id -> id.compareTo(bound) < 0)
                    .count());
        }
        entries.keySet().forEach(id -> {
            byte[] raw = new byte[Constants.OBJECT_ID_LENGTH];
            ObjectId.fromString(id).copyRawTo(raw, 0);
            index.put(raw);
        });
        entries.values().forEach(entry -> index.putInt(entry.checksum()));
        entries.values().forEach(entry -> index.putInt(entry.offset()));
        index.put(pack, pack.length - 20, 20);
        Files.write(directory.resolve("pack-1234567890123456789012345678901234567890.idx"), hashed(index.array()));
    }

    private long addDelta(ObjectId id, long base, byte[] delta) {
        long back = 12 + objects.size() - base;
        ByteArrayOutputStream offset = new ByteArrayOutputStream();
        offset(offset, back);
        return add(id, header(OFFSET_DELTA, delta.length), offset.toByteArray(), delta);
    }

    private long add(ObjectId id, byte[] header, byte[] offset, byte[] content) {
        int start = 12 + objects.size();
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        packed.writeBytes(header);
        packed.writeBytes(offset);
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed)) {
            out.write(content);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        CRC32 checksum = new CRC32();
        checksum.update(packed.toByteArray());
        objects.writeBytes(packed.toByteArray());
        entries.put(id.name(), new Entry(start, (int) checksum.getValue()));
        return start;
    }

    private static byte[] header(int type, int size) {
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        int rest = size >>> 4;
        header.write((rest == 0 ? 0 : 0x80) | type << 4 | (size & 0xF));
        while (rest != 0) {
            header.write((rest >>> 7 == 0 ? 0 : 0x80) | (rest & 0x7F));
            rest >>>= 7;
        }
        return header.toByteArray();
    }

    private static void size(ByteArrayOutputStream out, long size) {
        long rest = size;
        do {
            out.write((int) ((rest >>> 7 == 0 ? 0 : 0x80) | (rest & 0x7F)));
            rest >>>= 7;
        } while (rest != 0);
    }

    /** The distance to a base: most significant part first, each further part counting from one. */
    private static void offset(ByteArrayOutputStream out, long back) {
        if (back >= 0x80) {
            more(out, (back >>> 7) - 1);
        }
        out.write((int) (back & 0x7F));
    }

    private static void more(ByteArrayOutputStream out, long rest) {
        if (rest >= 0x80) {
            more(out, (rest >>> 7) - 1);
        }
        out.write((int) (0x80 | (rest & 0x7F)));
    }

    private static ObjectId id(byte[] blob) {
        try (ObjectInserter.Formatter formatter = new ObjectInserter.Formatter()) {
            return formatter.idFor(Constants.OBJ_BLOB, blob);
        }
    }

    private static byte[] hashed(byte[] content) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-1").digest(content);
            return ByteBuffer.allocate(content.length + hash.length)
                    .put(content)
                    .put(hash)
                    .array();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
