package dev.concordat.check.change;

import dev.concordat.schema.parse.FileOutline;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;

/**
 * How outlines are kept: a line that names the format, a checksum of all that follows, every text once, and for each blob its id and what its outline
 * says, texts by their number.
 */
final class OutlineFormat {
    /** Another number whenever outlines say something else of the same contract, so that those of other versions are not read. */
    private static final byte[] FORMAT = "Concordat outlines 1\n".getBytes(StandardCharsets.US_ASCII);

    private static final int BODY = FORMAT.length + Integer.BYTES;

    private OutlineFormat() {}

    static byte[] write(Map<ObjectId, FileOutline> outlines) throws IOException {
        Map<String, Integer> texts = new LinkedHashMap<>();
        ByteArrayOutputStream entries = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(entries);
        out.writeInt(outlines.size());
        for (Map.Entry<ObjectId, FileOutline> entry : outlines.entrySet()) {
            FileOutline outline = entry.getValue();
            entry.getKey().copyRawTo(out);
            out.writeByte(outline.mayDeclareOptions() ? 1 : 0);
            out.writeInt(number(outline.packageName(), texts));
            writeNumbers(outline.imports(), texts, out);
            writeNumbers(outline.passedOn(), texts, out);
        }
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        DataOutputStream body = new DataOutputStream(file);
        body.write(FORMAT);
        body.writeInt(0);
        body.writeInt(texts.size());
        for (String text : texts.keySet()) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            body.writeInt(bytes.length);
            body.write(bytes);
        }
        entries.writeTo(body);
        return withChecksum(file.toByteArray());
    }

    private static void writeNumbers(List<String> some, Map<String, Integer> texts, DataOutputStream out)
            throws IOException {
        out.writeInt(some.size());
        for (String text : some) {
            out.writeInt(number(text, texts));
        }
    }

    private static int number(String text, Map<String, Integer> texts) {
        return texts.computeIfAbsent(text, unused -> texts.size());
    }

    /** A file with the checksum that it should have. */
    static byte[] withChecksum(byte[] file) {
        return ByteBuffer.wrap(file).putInt(FORMAT.length, checksum(file)).array();
    }

    private static int checksum(byte[] file) {
        CRC32C checksum = new CRC32C();
        checksum.update(file, BODY, file.length - BODY);
        return (int) checksum.getValue();
    }

    /** The outlines of a file; none of one that is damaged, or of another format. */
    static Map<ObjectId, FileOutline> read(byte[] file) {
        if (file.length < BODY || !Arrays.equals(FORMAT, 0, FORMAT.length, file, 0, FORMAT.length)) {
            return Map.of();
        }
        ByteBuffer bytes = ByteBuffer.wrap(file).position(FORMAT.length);
        if (bytes.getInt() != checksum(file)) {
            return Map.of();
        }
        try {
            return read(bytes);
        } catch (RuntimeException e) {
            // Of a file that is not what it says, any: a text beyond the end, a number that no text has.
            return Map.of();
        }
    }

    private static Map<ObjectId, FileOutline> read(ByteBuffer bytes) {
        String[] texts = new String[count(bytes)];
        for (int at = 0; at < texts.length; at++) {
            byte[] text = new byte[count(bytes)];
            bytes.get(text);
            texts[at] = new String(text, StandardCharsets.UTF_8);
        }
        byte[] id = new byte[Constants.OBJECT_ID_LENGTH];
        int count = count(bytes);
        Map<ObjectId, FileOutline> outlines = new HashMap<>(count * 2);
        for (int at = 0; at < count; at++) {
            bytes.get(id);
            boolean mayDeclareOptions = bytes.get() != 0;
            String packageName = texts[bytes.getInt()];
            List<String> imports = readNumbers(bytes, texts);
            outlines.put(
                    ObjectId.fromRaw(id),
                    new FileOutline(packageName, imports, readNumbers(bytes, texts), mayDeclareOptions));
        }
        return outlines;
    }

    private static List<String> readNumbers(ByteBuffer bytes, String[] texts) {
        int count = count(bytes);
        List<String> some = new ArrayList<>(count);
        for (int at = 0; at < count; at++) {
            some.add(texts[bytes.getInt()]);
        }
        return some;
    }

    /** How many there are of something that has at least a byte each. */
    private static int count(ByteBuffer bytes) {
        int count = bytes.getInt();
        if (count < 0 || count > bytes.remaining()) {
            throw new IllegalArgumentException(count + " of " + bytes.remaining());
        }
        return count;
    }
}
