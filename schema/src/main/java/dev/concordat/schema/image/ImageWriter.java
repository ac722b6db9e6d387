package dev.concordat.schema.image;

import dev.concordat.schema.ContractException;
import dev.concordat.schema.Failure;
import dev.concordat.schema.source.FileReason;
import java.io.BufferedOutputStream;
import java.io.FileNotFoundException;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Writes an image to where it was asked for: a file appears as a whole or not at all. */
public final class ImageWriter {
    private final ImageFormat format;

    /** A writer of an image in this format. */
    public ImageWriter(ImageFormat format) {
        this.format = format;
    }

    /**
     * Writes the image.
     *
     * @param directory what the path is relative to
     * @param standardOutput where the path {@code -} leads; it stays open
     * @throws ContractException of kind NO_ANSWER, when the disk or the reader at the other end refuses it
     */
    public void write(Path directory, PrintStream standardOutput, Content content) throws ContractException {
        try {
            if (format.isStandardStream()) {
                writeTo(new Unclosed(standardOutput), content);
                if (standardOutput.checkError()) {
                    throw ContractException.of(
                            Failure.NO_ANSWER,
                            "The image cannot be written to standard output.",
                            "Look where it leads: the disk is full, or the program that reads it has ended.");
                }
                return;
            }
            Path file = directory.resolve(format.path());
            if (Files.exists(file) && !Files.isRegularFile(file)) {
                writeToDevice(file, content);
            } else {
                replace(Files.isSymbolicLink(file) ? file.toRealPath() : file, content);
            }
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** A pipe or a device has no other way to be written. */
    private void writeToDevice(Path file, Content content) throws IOException, ContractException {
        if (Files.isDirectory(file)) {
            throw new FileNotFoundException("it is a directory");
        }
        try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.WRITE)) {
            writeTo(out, content);
        }
    }

    private void replace(Path file, Content content) throws IOException, ContractException {
        Path name = file.getFileName();
        Path written =
                file.resolveSibling("." + name + "." + ProcessHandle.current().pid() + ".tmp");
        try {
            try (OutputStream out = Files.newOutputStream(written, StandardOpenOption.CREATE_NEW)) {
                writeTo(out, content);
            }
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            if (Files.exists(written, LinkOption.NOFOLLOW_LINKS)) {
                Files.delete(written);
            }
        }
    }

    private void writeTo(OutputStream out, Content content) throws IOException, ContractException {
        try (ImageOutput image = ImageOutput.open(format, new BufferedOutputStream(out, 1 << 16))) {
            content.writeTo(image);
        }
    }

    private ContractException failed(IOException e) {
        String reason = e instanceof NoSuchFileException ? "there is no such directory" : FileReason.of(e);
        return ContractException.of(
                Failure.NO_ANSWER,
                "Image \"%s\" cannot be written: %s.".formatted(format.path(), reason),
                "Check that its directory exists, is writable and has space.");
    }

    /** What an image is to hold. */
    public interface Content {
        /** Hands over the files, imported before importer. */
        void writeTo(ImageOutput image) throws IOException, ContractException;
    }

    /** A stream that outlives the image. */
    private static final class Unclosed extends FilterOutputStream {
        private Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
