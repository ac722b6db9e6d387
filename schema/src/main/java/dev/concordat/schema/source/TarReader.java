package dev.concordat.schema.source;

import dev.concordat.schema.ContractException;
import dev.concordat.schema.source.ArchiveEntry.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** Reads a tar archive from a stream: the formats ustar and pax of POSIX, and GNU tar's long names. */
final class TarReader {
    private static final int BLOCK = 512;
    private static final int CHECKSUM_AT = 148;
    /** Names and pax records are no longer than this in any archive made in good faith. */
    private static final int METADATA_LIMIT = 1 << 20;

    private static final long SIZE_LIMIT = 1L << 40;

    private final InputStream in;
    private final byte[] header = new byte[BLOCK];
    private Optional<String> longName = Optional.empty();
    private Optional<Long> longSize = Optional.empty();

    TarReader(InputStream in) {
        this.in = in;
    }

    /** Adds every entry to a tree. */
    void readInto(ArchiveTree tree) throws IOException, ContractException {
        while (readHeader()) {
            long size = longSize.isPresent() ? longSize.get() : number(124, 12);
            char type = (char) header[156];
            if (type == 'x' || type == 'L') {
                readMetadata(type, size);
            } else {
                String name = longName.orElseGet(this::name);
                longName = Optional.empty();
                longSize = Optional.empty();
                add(tree, name, type, size);
            }
        }
    }

    /** Whether there is another entry; an archive that just stops has lost its end. */
    private boolean readHeader() throws IOException {
        if (in.readNBytes(header, 0, BLOCK) < BLOCK) {
            throw new IOException("it ends in the middle");
        }
        int sum = 0;
        for (int at = 0; at < BLOCK; at++) {
            boolean inChecksum = at >= CHECKSUM_AT && at < CHECKSUM_AT + 8;
            sum += inChecksum ? ' ' : header[at] & 0xFF;
        }
        if (sum == 8 * ' ' && header[CHECKSUM_AT] == 0) {
            return false;
        }
        if (sum != number(CHECKSUM_AT, 8)) {
            throw new IOException("a header of it is damaged, or it is no tar archive");
        }
        return true;
    }

    private void add(ArchiveTree tree, String name, char type, long size) throws IOException, ContractException {
        switch (type) {
            case '0', '\0', '7' -> {
                boolean directory = name.endsWith("/");
                byte[] content = {};
                if (!directory && ArchiveTree.isKept(name) && size <= FileTree.FILE_LIMIT) {
                    content = readPadded((int) size);
                } else {
                    skipPadded(size);
                }
                byte[] kept = content;
                tree.add(new ArchiveEntry(name, directory ? Kind.DIRECTORY : Kind.FILE, size, () -> kept));
            }
            case '5' -> {
                tree.add(new ArchiveEntry(name, Kind.DIRECTORY, 0, () -> new byte[0]));
                skipPadded(size);
            }
            case '1', '2' -> {
                tree.add(new ArchiveEntry(name, Kind.LINK, 0, () -> new byte[0]));
                // A hard link of pax may have a content of its own.
                skipPadded(type == '1' ? size : 0);
            }
            case 'S' -> throw new IOException("entry %s is sparse".formatted(PathRules.quoted(name)));
            // Devices, global headers and what programs add of their own.
            default -> skipPadded(size);
        }
    }

    private void readMetadata(char type, long size) throws IOException {
        if (size > METADATA_LIMIT) {
            throw new IOException("an entry of it has %s bytes of metadata".formatted(size));
        }
        byte[] content = readPadded((int) size);
        if (type == 'L') {
            longName = Optional.of(text(content, 0, content.length));
        } else {
            readRecords(content);
        }
    }

    /** Pax records have the form {@code length key=value}, the length counting all of it with the newline. */
    private void readRecords(byte[] content) throws IOException {
        int at = 0;
        while (at < content.length) {
            int blank = indexOf(content, ' ', at);
            long length = blank < 0 ? 0 : decimal(text(content, at, blank));
            int newline = length <= content.length - at ? at + (int) length - 1 : -1;
            int equals = blank < 0 ? -1 : indexOf(content, '=', blank);
            if (equals < 0 || equals >= newline || content[newline] != '\n') {
                throw new IOException("a pax header of it is damaged");
            }
            String key = text(content, blank + 1, equals);
            String value = new String(content, equals + 1, newline - equals - 1, StandardCharsets.UTF_8);
            if (key.equals("path")) {
                longName = Optional.of(value);
            } else if (key.equals("size")) {
                longSize = Optional.of(decimal(value));
            } else if (key.startsWith("GNU.sparse.")) {
                throw new IOException("an entry of it is sparse");
            }
            at = newline + 1;
        }
    }

    private static int indexOf(byte[] content, char wanted, int from) {
        for (int at = from; at < content.length; at++) {
            if (content[at] == wanted) {
                return at;
            }
        }
        return -1;
    }

    private static long decimal(String digits) throws IOException {
        if (!digits.matches("[0-9]{1,12}")) {
            throw new IOException("a pax header of it is damaged");
        }
        return Long.parseLong(digits);
    }

    private String name() {
        String name = text(header, 0, 100);
        boolean ustar = text(header, 257, 263).startsWith("ustar") && header[263] == '0';
        String prefix = ustar ? text(header, 345, 500) : "";
        return prefix.isEmpty() ? name : prefix + "/" + name;
    }

    /** The text up to the first zero byte. */
    private static String text(byte[] bytes, int from, int to) {
        int end = from;
        while (end < to && bytes[end] != 0) {
            end++;
        }
        return new String(bytes, from, end - from, StandardCharsets.UTF_8);
    }

    /** An octal number, or GNU's binary one, which begins with its top bit set. */
    private long number(int from, int length) throws IOException {
        if ((header[from] & 0x80) != 0) {
            long value = 0;
            for (byte part : Arrays.copyOfRange(header, from + length - 8, from + length)) {
                value = value << 8 | (part & 0xFF);
            }
            if (value < 0 || value > SIZE_LIMIT) {
                throw new IOException("an entry of it has no possible size");
            }
            return value;
        }
        String digits = text(header, from, from + length).strip();
        if (!digits.matches("[0-7]{0,12}")) {
            throw new IOException("a header of it is damaged, or it is no tar archive");
        }
        return digits.isEmpty() ? 0 : Long.parseLong(digits, 8);
    }

    private byte[] readPadded(int size) throws IOException {
        byte[] content = in.readNBytes(size);
        if (content.length < size) {
            throw new IOException("it ends in the middle");
        }
        in.skipNBytes(padding(size));
        return content;
    }

    private void skipPadded(long size) throws IOException {
        in.skipNBytes(size + padding(size));
    }

    private static long padding(long size) {
        return (BLOCK - size % BLOCK) % BLOCK;
    }
}
