package dev.concordat.schema.image;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.TextFormat;
import dev.concordat.schema.ContractException;
import dev.concordat.schema.Failure;
import dev.concordat.schema.Place;
import dev.concordat.schema.Schema;
import dev.concordat.schema.source.Compression;
import dev.concordat.schema.source.FileReason;
import dev.concordat.schema.source.LfsPointer;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** An image that is read. Nothing in it is trusted: it may come from anywhere. */
public final class ImageFile {
    private static final long SIZE_LIMIT = 2L << 30;
    private static final String REMEDY = "Write the image again, with \"concordat build\" or \"buf build\".";

    private final ImageFormat format;
    private final long sizeLimit;

    /** An image in this format, of at most 2 GiB when it is unpacked. */
    public ImageFile(ImageFormat format) {
        this(format, SIZE_LIMIT);
    }

    /** An image of at most this many bytes when it is unpacked. */
    ImageFile(ImageFormat format, long sizeLimit) {
        this.format = format;
        this.sizeLimit = sizeLimit;
    }

    /**
     * Reads the image into a schema.
     *
     * @param directory what the path of its file is relative to
     * @param standardInput what is read for the path {@code -}
     * @throws ContractException for whatever is wrong with it
     */
    public Schema read(Path directory, InputStream standardInput) throws ContractException {
        return read(source(directory, standardInput), ImageReader::read);
    }

    /**
     * Reads the image as it is.
     *
     * @see #read(Path, InputStream)
     */
    public Image readFiles(Path directory, InputStream standardInput) throws ContractException {
        return read(source(directory, standardInput), Image::of);
    }

    private Source source(Path directory, InputStream standardInput) throws ContractException {
        if (format.isStandardStream()) {
            return new Once(standardInput, sizeLimit)::open;
        }
        Path file = directory.resolve(format.path());
        LfsPointer.refuse(file, format.path());
        return () -> Files.newInputStream(file);
    }

    /** The schema of an image that was read already. */
    public Schema read(byte[] content) throws ContractException {
        return read(() -> new ByteArrayInputStream(content));
    }

    /** The schema of an image from elsewhere. */
    Schema read(Source source) throws ContractException {
        return read(source, ImageReader::read);
    }

    /**
     * Reads the image.
     *
     * @param source opens it, once, or twice when its encoding needs a second look for custom options
     * @param use makes something of the files
     */
    private <T> T read(Source source, Use<T> use) throws ContractException {
        try {
            return use.of(
                    switch (format.encoding()) {
                        case BINARY -> binary(source);
                        case JSON -> withOptions(source, (look, pool) -> values(look, pool, JsonInput::new));
                        case YAML -> withOptions(source, (look, pool) -> values(look, pool, YamlInput::new));
                        case TEXT -> withOptions(source, this::text);
                    });
        } catch (Compression.TooLargeException e) {
            throw unreadable(
                    "The image has more than %s bytes when it is unpacked.".formatted(sizeLimit),
                    "Leave out source info, or write several images.");
        } catch (NoSuchFileException e) {
            throw unreadable("There is no such file.", "Correct the path.");
        } catch (IOException e) {
            String reason = FileReason.of(e);
            throw format.compression() == Compression.NONE
                    ? unreadable(
                            "The image cannot be read: %s.".formatted(reason), "Check the file and its permissions.")
                    : damaged("The image is not compressed as its name says: " + reason);
        } catch (OutOfMemoryError e) {
            // What a small file unpacks to, only reading it tells.
            throw unreadable(
                    "The image does not fit into memory.", "Give Java more of it (-Xmx), or leave out source info.");
        }
    }

    private FileDescriptorSet binary(Source source) throws IOException, ContractException {
        try (InputStream in = open(source)) {
            CodedInputStream coded = CodedInputStream.newInstance(in, 1 << 16);
            coded.setSizeLimit(Integer.MAX_VALUE);
            return FileDescriptorSet.parseFrom(coded);
        } catch (InvalidProtocolBufferException e) {
            if (e.unwrapIOException() instanceof Compression.TooLargeException exceeded) {
                throw exceeded;
            }
            throw damaged("The image is no file descriptor set: " + e.getMessage());
        }
    }

    /** The first look finds the custom options' declarations, the second their values. */
    private FileDescriptorSet withOptions(Source source, Look look) throws IOException, ContractException {
        DescriptorPool pool = new DescriptorPool();
        for (FileDescriptorProto file : ImageOrder.of(look.read(source, pool))) {
            pool.add(file);
        }
        return look.read(source, pool);
    }

    private FileDescriptorSet values(Source source, DescriptorPool pool, Language language)
            throws IOException, ContractException {
        FileDescriptorSet.Builder set = FileDescriptorSet.newBuilder();
        try (Reader reader = reader(source)) {
            ValueInput in = language.read(format.path(), reader);
            new JsonReader(in, pool).merge(set);
            in.end();
        }
        return set.build();
    }

    /** protobuf-java logs what it passes over; here, that is no news. */
    private FileDescriptorSet text(Source source, DescriptorPool pool) throws IOException, ContractException {
        Logger logger = Logger.getLogger(TextFormat.class.getName());
        logger.setLevel(Level.OFF);
        FileDescriptorSet.Builder set = FileDescriptorSet.newBuilder();
        try (Reader reader = reader(source)) {
            TextFormat.Parser.newBuilder()
                    .setAllowUnknownFields(true)
                    .build()
                    .merge(reader, pool.customOptions(), (Message.Builder) set);
        } catch (TextFormat.ParseException e) {
            throw ContractException.at(
                    Failure.NO_ANSWER,
                    new Place(format.path(), Math.max(0, e.getLine()), Math.max(0, e.getColumn())),
                    "The image is no text format of a file descriptor set: %s.".formatted(e.getMessage()),
                    REMEDY);
        }
        return set.build();
    }

    private Reader reader(Source source) throws IOException, ContractException {
        return new BufferedReader(new InputStreamReader(open(source), StandardCharsets.UTF_8), 1 << 16);
    }

    private InputStream open(Source source) throws IOException {
        InputStream in = source.open();
        try {
            return format.compression().uncompressed(in, sizeLimit);
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    private ContractException damaged(String reason) {
        String sentence = reason.endsWith(".") ? reason : reason + ".";
        return unreadable(sentence, REMEDY);
    }

    private ContractException unreadable(String message, String remedy) {
        return ContractException.at(Failure.NO_ANSWER, Place.of(format.path()), message, remedy);
    }

    /** A stream that can be read once, kept for a second look. */
    private static final class Once {
        private final InputStream in;
        private final long sizeLimit;
        private byte @Nullable [] bytes;

        private Once(InputStream in, long sizeLimit) {
            this.in = in;
            this.sizeLimit = sizeLimit;
        }

        private InputStream open() throws IOException {
            byte[] all = bytes;
            if (all == null) {
                all = Compression.NONE.uncompressed(in, sizeLimit).readAllBytes();
                bytes = all;
            }
            return new ByteArrayInputStream(all);
        }
    }

    /** Where the bytes come from. */
    interface Source {
        InputStream open() throws IOException;
    }

    /** What is made of an image. */
    private interface Use<T> {
        T of(FileDescriptorSet files) throws ContractException;
    }

    /** A way to write values. */
    private interface Language {
        ValueInput read(String path, Reader text) throws IOException, ContractException;
    }

    /** One way through the image. */
    private interface Look {
        FileDescriptorSet read(Source source, DescriptorPool pool) throws IOException, ContractException;
    }
}
