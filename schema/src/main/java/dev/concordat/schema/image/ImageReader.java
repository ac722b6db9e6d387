package dev.concordat.schema.image;

import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.InvalidProtocolBufferException;
import dev.concordat.schema.ContractException;
import dev.concordat.schema.ContractFile;
import dev.concordat.schema.ProtoFile;
import dev.concordat.schema.Schema;
import dev.concordat.schema.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the files of an image into a schema. */
public final class ImageReader {
    /** The module of an image's files: like a directory without a {@code buf.yaml}, an image is one. */
    public static final String MODULE = ".";

    private ImageReader() {}

    /**
     * The schema of an image that is all there is of its contracts. Its locations are those of its source info; without any, every location is the
     * first of its file.
     *
     * @throws ContractException when the image is none that a compiler wrote; of kind NO_ANSWER, when a limit is exceeded
     */
    static Schema read(FileDescriptorSet image) throws ContractException {
        DescriptorPool pool = new DescriptorPool();
        List<ProtoFile> files = new ArrayList<>();
        for (FileDescriptorProto file : ImageOrder.of(image)) {
            FileDescriptorProto plain = BufExtension.without(file);
            Optional<String> module = BufExtension.isImport(file) ? Optional.empty() : Optional.of(MODULE);
            SourceText text = SourceText.ofPlaces(file.getName(), SourceInfo.places(file));
            FileDescriptor descriptor = pool.add(plain);
            files.add(new FileReader(
                            pool.withCustomOptions(plain), descriptor, new ContractFile(file.getName(), module, text))
                    .read());
        }
        return new Schema(files);
    }

    /**
     * The schema of an image that protoc just wrote.
     *
     * @param image a {@code FileDescriptorSet} with source info, imported files before those that import them
     * @param sources the file behind each of the image's paths
     */
    public static Schema read(byte[] image, Map<String, ContractFile> sources) {
        DescriptorPool pool = new DescriptorPool();
        List<ProtoFile> files = new ArrayList<>();
        try {
            for (FileDescriptorProto file : FileDescriptorSet.parseFrom(image).getFileList()) {
                ContractFile source = sources.get(file.getName());
                if (source == null) {
                    throw new IllegalStateException(
                            "protoc's image holds " + file.getName() + ", which it was not given.");
                }
                FileDescriptor descriptor = pool.add(file);
                files.add(new FileReader(pool.withCustomOptions(file), descriptor, source).read());
            }
        } catch (InvalidProtocolBufferException | ContractException e) {
            throw new IllegalStateException(
                    "protoc wrote an image that protobuf-java cannot read: " + e.getMessage(), e);
        }
        return new Schema(files);
    }
}
