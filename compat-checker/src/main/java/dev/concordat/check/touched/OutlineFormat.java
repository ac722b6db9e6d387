package dev.concordat.check.touched;

import dev.concordat.schema.parse.FileOutline;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.CRC32;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.util.NB;

/**
 * How outlines are kept: a line that names the format, a checksum of all that follows, every text once, and for each blob its id and what its outline
 * says, texts by their number. Arrays of bytes are filled and read by hand: in code that runs for a moment, streams and buffers take three times as long.
 */
final class OutlineFormat {
    /** Another number whenever outlines say something else of the same contract, so that those of other versions are not read. */
    private static final byte[] FORMAT = "Concordat outlines 3\n".getBytes(StandardCharsets.US_ASCII);

    private static final int EXTENDS = 1;
    private static final int ANY = 2;
    private static final int BODY = FORMAT.length + Integer.BYTES;

    private OutlineFormat() {}

    static byte[] write(Map<ObjectId, FileOutline> outlines) {
        return new Writing(outlines).file();
    }

    /** A file with the checksum that it should have. */
    static byte[] withChecksum(byte[] file) {
        NB.encodeInt32(file, FORMAT.length, checksum(file));
        return file;
    }

    private static int checksum(byte[] file) {
        CRC32 checksum = new CRC32();
        checksum.update(file, BODY, file.length - BODY);
        return (int) checksum.getValue();
    }

    /** The outlines of a file; none of one that is damaged, or of another format. */
    static Map<ObjectId, FileOutline> read(byte[] file) {
        if (file.length < BODY
                || !Arrays.equals(FORMAT, 0, FORMAT.length, file, 0, FORMAT.length)
                || NB.decodeInt32(file, FORMAT.length) != checksum(file)) {
            return Map.of();
        }
        try {
            return new Reading(file).outlines();
        } catch (RuntimeException e) {
            // Of a file that is not what it says, any: a text beyond the end, a number that no text has.
            return Map.of();
        }
    }

    /** A file while it is made. */
    private static final class Writing {
        private final Map<ObjectId, FileOutline> outlines;
        private final Map<String, Integer> numbers;
        private final List<byte[]> texts = new ArrayList<>();
        private int size = BODY + 2 * Integer.BYTES;
        private byte[] file = {};
        private int at;

        Writing(Map<ObjectId, FileOutline> outlines) {
            this.outlines = outlines;
            this.numbers = new HashMap<>(outlines.size() * 2);
            for (FileOutline outline : outlines.values()) {
                size += Constants.OBJECT_ID_LENGTH + 1 + 3 * Integer.BYTES;
                add(outline.packageName());
                for (String imported : outline.imports()) {
                    size += Integer.BYTES;
                    add(imported);
                }
                size += outline.passedOn().size() * Integer.BYTES;
            }
        }

        private void add(String text) {
            if (numbers.putIfAbsent(text, texts.size()) == null) {
                byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                texts.add(bytes);
                size += Integer.BYTES + bytes.length;
            }
        }

        byte[] file() {
            file = new byte[size];
            System.arraycopy(FORMAT, 0, file, 0, FORMAT.length);
            at = BODY;
            put(texts.size());
            for (byte[] text : texts) {
                put(text.length);
                System.arraycopy(text, 0, file, at, text.length);
                at += text.length;
            }
            put(outlines.size());
            outlines.forEach(this::put);
            return withChecksum(file);
        }

        private void put(ObjectId id, FileOutline outline) {
            id.copyRawTo(file, at);
            at += Constants.OBJECT_ID_LENGTH;
            file[at++] = (byte) ((outline.mayExtend() ? EXTENDS : 0) | (outline.mayExpandAny() ? ANY : 0));
            put(outline.packageName());
            put(outline.imports());
            put(outline.passedOn());
        }

        private void put(List<String> some) {
            put(some.size());
            for (String text : some) {
                put(text);
            }
        }

        private void put(String text) {
            put(Objects.requireNonNull(numbers.get(text)).intValue());
        }

        private void put(int number) {
            NB.encodeInt32(file, at, number);
            at += Integer.BYTES;
        }
    }

    /** A file while it is read. */
    private static final class Reading {
        private final byte[] file;
        private final String[] texts;
        private int at = BODY;

        Reading(byte[] file) {
            this.file = file;
            this.texts = new String[count()];
            for (int number = 0; number < texts.length; number++) {
                int length = count();
                texts[number] = new String(file, at, length, StandardCharsets.UTF_8);
                at += length;
            }
        }

        Map<ObjectId, FileOutline> outlines() {
            int count = count();
            Map<ObjectId, FileOutline> outlines = new HashMap<>(count * 2);
            for (; count > 0; count--) {
                ObjectId id = ObjectId.fromRaw(file, at);
                at += Constants.OBJECT_ID_LENGTH;
                byte may = file[at++];
                String packageName = texts[number()];
                List<String> imports = some();
                outlines.put(id, new FileOutline(packageName, imports, some(), (may & EXTENDS) != 0, (may & ANY) != 0));
            }
            return outlines;
        }

        private List<String> some() {
            String[] some = new String[count()];
            for (int number = 0; number < some.length; number++) {
                some[number] = texts[number()];
            }
            return List.of(some);
        }

        /** How many there are of something that has at least a byte each. */
        private int count() {
            int count = number();
            if (count < 0 || count > file.length - at) {
                throw new IllegalArgumentException(count + " at " + at);
            }
            return count;
        }

        private int number() {
            int number = NB.decodeInt32(file, at);
            at += Integer.BYTES;
            return number;
        }
    }
}
