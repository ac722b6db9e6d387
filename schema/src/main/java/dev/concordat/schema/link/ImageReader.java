package dev.concordat.schema.link;

import com.google.protobuf.DescriptorProtos;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.DescriptorValidationException;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor.JavaType;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.ExtensionRegistry;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.JavaFeaturesProto;
import dev.concordat.schema.ContractFile;
import dev.concordat.schema.ProtoFile;
import dev.concordat.schema.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads an image, with the sources it was compiled from, into a schema. */
final class ImageReader {
    private final Map<String, ContractFile> sources;
    private final Map<String, FileDescriptor> descriptors = new LinkedHashMap<>();

    private ImageReader(Map<String, ContractFile> sources) {
        this.sources = sources;
    }

    /**
     * The schema of an image.
     *
     * @param image a {@code FileDescriptorSet} with source info, imported files before those that import them
     * @param sources the file behind each of the image's paths
     */
    static Schema read(byte[] image, Map<String, ContractFile> sources) {
        ImageReader reader = new ImageReader(sources);
        try {
            FileDescriptorSet plain = FileDescriptorSet.parseFrom(image);
            for (FileDescriptorProto file : plain.getFileList()) {
                reader.link(file);
            }
            ExtensionRegistry customOptions = reader.customOptions();
            return reader.schema(FileDescriptorSet.parseFrom(image, customOptions));
        } catch (InvalidProtocolBufferException | DescriptorValidationException e) {
            throw new IllegalStateException(
                    "protoc wrote an image that protobuf-java cannot read: " + e.getMessage(), e);
        }
    }

    private void link(FileDescriptorProto file) throws DescriptorValidationException {
        List<FileDescriptor> imports = new ArrayList<>();
        for (String path : file.getDependencyList()) {
            FileDescriptor imported = descriptors.get(path);
            if (imported != null) {
                imports.add(imported);
            }
        }
        descriptors.put(
                file.getName(),
                switch (file.getName()) {
                    // Options are parsed into the runtime's own classes, so their extensions must extend the runtime's
                    // own descriptors.
                    case "google/protobuf/descriptor.proto" -> DescriptorProtos.getDescriptor();
                    case "google/protobuf/java_features.proto" -> JavaFeaturesProto.getDescriptor();
                    default -> FileDescriptor.buildFrom(file, imports.toArray(FileDescriptor[]::new), true);
                });
    }

    private ExtensionRegistry customOptions() {
        ExtensionRegistry registry = ExtensionRegistry.newInstance();
        for (FileDescriptor file : descriptors.values()) {
            file.getExtensions().forEach(extension -> add(extension, registry));
            List<Descriptor> open = new ArrayList<>(file.getMessageTypes());
            for (int next = 0; next < open.size(); next++) {
                open.get(next).getExtensions().forEach(extension -> add(extension, registry));
                open.addAll(open.get(next).getNestedTypes());
            }
        }
        return registry;
    }

    private static void add(FieldDescriptor extension, ExtensionRegistry registry) {
        if (extension.getJavaType() == JavaType.MESSAGE) {
            registry.add(extension, DynamicMessage.getDefaultInstance(extension.getMessageType()));
        } else {
            registry.add(extension);
        }
    }

    private Schema schema(FileDescriptorSet image) {
        List<ProtoFile> files = new ArrayList<>();
        for (FileDescriptorProto file : image.getFileList()) {
            ContractFile source = sources.get(file.getName());
            FileDescriptor descriptor = descriptors.get(file.getName());
            if (source == null || descriptor == null) {
                throw new IllegalStateException("protoc's image holds " + file.getName() + ", which it was not given.");
            }
            files.add(new FileReader(file, descriptor, source).read());
        }
        return new Schema(files);
    }
}
