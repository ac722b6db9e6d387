package dev.concordat.schema.source;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;

/** A tar archive made entry by entry, so that it may hold what no honest program would write. */
final class TarSandbox {
    private static final int BLOCK = 512;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    TarSandbox file(String name, String content) {
        return entry(name, '0', content);
    }

    TarSandbox link(String name, String target) {
        return entry(name, '2', "", target);
    }

    /** A pax header with one record, for the next entry. */
    TarSandbox pax(String key, String value) {
        String rest = " " + key + "=" + value + "\n";
        int length = rest.length() + 2;
        return entry("pax", 'x', (length > 99 ? length + 1 : length) + rest);
    }

    TarSandbox entry(String name, char type, String content) {
        return entry(name, type, content, "");
    }

    private TarSandbox entry(String name, char type, String content, String target) {
        byte[] header = new byte[BLOCK];
        byte[] bytes = content.getBytes(UTF_8);
        put(header, 0, name);
        put(header, 100, "0000644");
        put(header, 124, "%011o".formatted(bytes.length));
        header[156] = (byte) type;
        put(header, 157, target);
        put(header, 257, "ustar");
        put(header, 263, "00");
        put(header, 148, "        ");
        int sum = 0;
        for (byte value : header) {
            sum += value & 0xFF;
        }
        put(header, 148, "%06o\0 ".formatted(sum));
        out.writeBytes(header);
        out.writeBytes(bytes);
        out.writeBytes(new byte[(BLOCK - bytes.length % BLOCK) % BLOCK]);
        return this;
    }

    private static void put(byte[] header, int at, String text) {
        byte[] bytes = text.getBytes(US_ASCII);
        System.arraycopy(bytes, 0, header, at, bytes.length);
    }

    /** The archive with its end mark. */
    byte[] toBytes() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(out.toByteArray());
        all.writeBytes(new byte[2 * BLOCK]);
        return all.toByteArray();
    }

    /** The archive without its end mark. */
    byte[] unended() {
        return out.toByteArray();
    }
}
