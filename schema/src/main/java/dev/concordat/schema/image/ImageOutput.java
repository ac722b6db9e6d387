package dev.concordat.schema.image;

import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import dev.concordat.schema.ContractException;
import java.io.IOException;
import java.io.OutputStream;

/** An image while it is written: one file after the other, so that it is never in memory as a whole. */
public abstract class ImageOutput implements AutoCloseable {

    ImageOutput() {}

    /** An image in this format, written to a stream that closing the image closes. */
    static ImageOutput open(ImageFormat format, OutputStream out) throws IOException {
        OutputStream compressed = format.compressed(out);
        return switch (format.encoding()) {
            case BINARY -> new Binary(compressed);
            case JSON -> new JsonImageOutput(compressed);
            case TEXT -> new TextImageOutput(compressed);
            case YAML -> new YamlImageOutput(compressed);
        };
    }

    /** Adds a file. Files that it imports come first. */
    public abstract void add(FileDescriptorProto file) throws IOException, ContractException;

    /** Adds a file that is only imported, and says so as buf does. */
    public void addImported(FileDescriptorProto file) throws IOException, ContractException {
        add(BufExtension.markImport(file.toBuilder()).build());
    }

    /** Tells of a file that others import but that the image is to lack; JSON and text need its custom options. */
    public abstract void leaveOut(FileDescriptorProto file) throws IOException, ContractException;

    @Override
    public abstract void close() throws IOException;

    /** The binary format: a file descriptor set is its files, each behind a tag and its length. */
    private static final class Binary extends ImageOutput {
        private final OutputStream out;
        private final CodedOutputStream coded;

        private Binary(OutputStream out) {
            this.out = out;
            this.coded = CodedOutputStream.newInstance(out, 1 << 16);
            coded.useDeterministicSerialization();
        }

        @Override
        public void add(FileDescriptorProto file) throws IOException {
            coded.writeMessage(FileDescriptorSet.FILE_FIELD_NUMBER, file);
        }

        @Override
        public void leaveOut(FileDescriptorProto file) {
            // The binary format does not look into options.
        }

        @Override
        public void close() throws IOException {
            try (out) {
                coded.flush();
            }
        }
    }
}
