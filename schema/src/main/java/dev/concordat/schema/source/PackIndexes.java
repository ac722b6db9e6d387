package dev.concordat.schema.source;

import dev.concordat.schema.ContractException;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/**
 * The indexes of packs, before JGit reads them: it makes room for as many objects as an index says it has, which in a damaged one may be gigabytes.
 *
 * @see <a href="https://git-scm.com/docs/gitformat-pack">The format of indexes</a>
 */
final class PackIndexes {
    private static final int MAGIC = 0xFF744F63;
    private static final int FANOUT = 256;

    /** What an index of the first and of a later version holds at least of each object, and what it ends with. */
    private static final int ENTRY_OF_FIRST = 24;

    private static final int ENTRY = 28;
    private static final int TRAILER = 40;

    private PackIndexes() {}

    /** Refuses a repository with an index that is too short for what it says; those of its alternates count. */
    static void check(Path objects) throws ContractException {
        Set<Path> seen = new HashSet<>();
        Deque<Path> open = new ArrayDeque<>(Set.of(objects.toAbsolutePath().normalize()));
        while (!open.isEmpty()) {
            Path directory = open.remove();
            if (seen.add(directory) && Files.isDirectory(directory)) {
                GitObjects.ask("The object database", () -> {
                    checkPacks(directory.resolve("pack"));
                    return addAlternates(directory, open);
                });
            }
        }
    }

    private static boolean addAlternates(Path directory, Deque<Path> open) throws IOException {
        Path alternates = directory.resolve("info/alternates");
        if (!Files.isRegularFile(alternates)) {
            return false;
        }
        for (String line : Files.readAllLines(alternates)) {
            if (!line.isEmpty() && !line.startsWith("#")) {
                open.add(directory.resolve(line).normalize());
            }
        }
        return true;
    }

    private static void checkPacks(Path packs) throws IOException {
        if (!Files.isDirectory(packs)) {
            return;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(packs)) {
            for (Path file : files) {
                if (file.toString().endsWith(".idx")) {
                    checkIndex(file);
                }
            }
        }
    }

    private static void checkIndex(Path index) throws IOException {
        try (FileChannel channel = FileChannel.open(index)) {
            ByteBuffer head = ByteBuffer.allocate((FANOUT + 2) * Integer.BYTES);
            while (head.hasRemaining()) {
                if (channel.read(head) < 0) {
                    throw new EOFException("pack index " + index.getFileName() + " is cut off");
                }
            }
            boolean first = head.flip().getInt(0) != MAGIC;
            head.position(first ? 0 : 2 * Integer.BYTES);
            long count = 0;
            for (int bucket = 0; bucket < FANOUT; bucket++) {
                long upTo = head.getInt() & 0xFFFF_FFFFL;
                if (upTo < count) {
                    throw new IOException("pack index " + index.getFileName() + " is damaged");
                }
                count = upTo;
            }
            if (head.position() + count * (first ? ENTRY_OF_FIRST : ENTRY) + TRAILER > channel.size()) {
                throw new EOFException("pack index " + index.getFileName() + " is cut off");
            }
        }
    }
}
