package dev.concordat.schema.source;

import dev.concordat.schema.ContractException;
import dev.concordat.schema.Failure;
import dev.concordat.schema.Place;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * The bytes of an archive, packed.
 *
 * @param printedPath what it is called in messages
 * @param source opens the bytes
 */
record ArchiveFile(String printedPath, Source source) {
    /** How many bytes may come out of an archive, and how many a zip archive may have. */
    private static final long LIMIT = 2L << 30;

    private static final int DESCRIPTOR_LIMIT = 256 << 20;

    static ArchiveFile of(String printedPath, Path file) {
        return new ArchiveFile(printedPath, new Source() {
            @Override
            public InputStream stream() throws IOException {
                return Files.newInputStream(file);
            }

            @Override
            public ByteBuffer bytes() throws IOException {
                try (FileChannel channel = FileChannel.open(file)) {
                    if (channel.size() > Integer.MAX_VALUE) {
                        throw new Compression.TooLargeException();
                    }
                    return channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
                }
            }
        });
    }

    static ArchiveFile of(String printedPath, InputStream in) {
        return new ArchiveFile(printedPath, new Source() {
            @Override
            public InputStream stream() {
                return in;
            }

            @Override
            public ByteBuffer bytes() throws IOException {
                return ByteBuffer.wrap(in.readAllBytes());
            }
        });
    }

    /** The files of a tar archive. */
    FileTree tar(Compression compression, int stripped) throws ContractException {
        ArchiveTree tree = new ArchiveTree(printedPath, stripped, FileTree.FILE_LIMIT);
        try (InputStream in = compression.uncompressed(source.stream(), LIMIT)) {
            new TarReader(in).readInto(tree);
        } catch (IOException e) {
            throw unreadable(e);
        }
        return tree;
    }

    /** The files of a zip archive. */
    FileTree zip(int stripped) throws ContractException {
        return zip(new ArchiveTree(printedPath, stripped, FileTree.FILE_LIMIT));
    }

    /** The files of a jar, whose descriptors may be larger than contracts. */
    FileTree jar() throws ContractException {
        return zip(new ArchiveTree(printedPath, 0, DESCRIPTOR_LIMIT));
    }

    private FileTree zip(ArchiveTree tree) throws ContractException {
        try {
            new ZipReader(source.bytes()).readInto(tree);
        } catch (IOException e) {
            throw unreadable(e);
        }
        return tree;
    }

    private ContractException unreadable(IOException e) {
        if (e instanceof NoSuchFileException) {
            return ContractException.at(
                    Failure.NO_ANSWER,
                    Place.of(printedPath),
                    "There is no such file.",
                    "Correct the path, or make the archive, for example with \"git archive\".");
        }
        return ArchiveTree.damaged(
                printedPath,
                e instanceof Compression.TooLargeException
                        ? new IOException("it has more than %s bytes".formatted(LIMIT))
                        : e);
    }

    /** Opens the bytes, as a stream or all at once. */
    interface Source {
        InputStream stream() throws IOException;

        ByteBuffer bytes() throws IOException;
    }
}
