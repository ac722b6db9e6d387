package dev.concordat.check.soundness;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.DescriptorValidationException;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.ExtensionRegistry;
import com.google.protobuf.InvalidProtocolBufferException;
import dev.concordat.schema.ContractCompiler;
import dev.concordat.schema.ContractException;
import dev.concordat.schema.ContractFile;
import dev.concordat.schema.Schema;
import dev.concordat.schema.SourceText;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * One file of contracts, for the checker and for protobuf-java.
 *
 * @param extensions all extensions, known to whoever reads
 */
record Contract(String text, Schema schema, FileDescriptor file, ExtensionRegistry extensions) {
    private static final String PATH = "a.proto";

    /**
     * Compiles a text.
     *
     * @throws ContractException when it is none
     */
    static Contract of(String text, ContractCompiler compiler) throws ContractException {
        SourceText source = new SourceText(PATH, text.getBytes(StandardCharsets.UTF_8));
        Schema schema = compiler.compile(List.of(new ContractFile(PATH, Optional.of("."), source)));
        FileDescriptor file;
        try {
            file = FileDescriptor.buildFrom(
                    schema.file(PATH).orElseThrow().descriptor().whole().toBuilder()
                            .clearSourceCodeInfo()
                            .build(),
                    new FileDescriptor[0],
                    true);
        } catch (DescriptorValidationException e) {
            throw new IllegalStateException("protobuf-java refuses what we compiled:\n" + text, e);
        }
        ExtensionRegistry extensions = ExtensionRegistry.newInstance();
        for (FieldDescriptor extension : file.getExtensions()) {
            if (extension.getJavaType() == FieldDescriptor.JavaType.MESSAGE) {
                extensions.add(extension, DynamicMessage.getDefaultInstance(extension.getMessageType()));
            } else {
                extensions.add(extension);
            }
        }
        return new Contract(text, schema, file, extensions);
    }

    /** The message of this name at the top of the file, when there is one. */
    Optional<Descriptor> message(String name) {
        return Optional.ofNullable(file.findMessageTypeByName(name));
    }

    /** The extensions of a message. */
    List<FieldDescriptor> extensionsOf(Descriptor message) {
        return file.getExtensions().stream()
                .filter(extension -> extension.getContainingType().equals(message))
                .toList();
    }

    /** What a program reads, whether or not required fields are missing; nothing when it refuses the bytes for another reason. */
    Optional<DynamicMessage> read(Descriptor message, ByteString bytes) {
        try {
            return Optional.of(DynamicMessage.newBuilder(message)
                    .mergeFrom(bytes, extensions)
                    .buildPartial());
        } catch (InvalidProtocolBufferException e) {
            return Optional.empty();
        }
    }
}
