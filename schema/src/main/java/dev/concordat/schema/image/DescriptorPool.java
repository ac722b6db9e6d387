package dev.concordat.schema.image;

import com.google.protobuf.DescriptorProtos;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.DescriptorValidationException;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor.JavaType;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.ExtensionRegistry;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.JavaFeaturesProto;
import dev.concordat.schema.ContractException;
import dev.concordat.schema.Failure;
import dev.concordat.schema.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The files of an image as protobuf-java links them, imported before importer, and the custom options that they declare. */
final class DescriptorPool {
    /** Bounds what protobuf-java does by recursion. */
    private static final int PUBLIC_CHAIN_LIMIT = 500;

    private static final Map<String, FileDescriptor> RUNTIME = Map.of(
            DescriptorProtos.getDescriptor().getFullName(), DescriptorProtos.getDescriptor(),
            JavaFeaturesProto.getDescriptor().getFullName(), JavaFeaturesProto.getDescriptor());

    private static final String REMEDY = "Write the image again, from contracts that compile.";

    private final Map<String, FileDescriptor> filesByPath = new HashMap<>();
    private final Map<String, Integer> publicChains = new HashMap<>();
    private final Map<String, Descriptor> messagesByName = new HashMap<>();
    private final ExtensionRegistry customOptions = ExtensionRegistry.newInstance();

    /**
     * Links a file whose imports are in the pool. Options are parsed into the runtime's own classes, so their extensions must extend the runtime's own
     * descriptors: other files see those, even if the image has another version of the file, which is what is returned.
     *
     * @throws ContractException of kind CONTRACT, for a file that no compiler can have written
     */
    FileDescriptor add(FileDescriptorProto file) throws ContractException {
        FileDescriptor[] imports = new FileDescriptor[file.getDependencyCount()];
        for (int at = 0; at < imports.length; at++) {
            FileDescriptor imported = filesByPath.get(file.getDependency(at));
            if (imported == null) {
                throw missing(file, file.getDependency(at));
            }
            imports[at] = imported;
        }
        boundPublicImports(file);
        FileDescriptor linked = link(file, imports);
        FileDescriptor seen = RUNTIME.getOrDefault(file.getName(), linked);
        filesByPath.put(file.getName(), seen);
        index(seen);
        return linked;
    }

    /** The message of this full name. */
    Optional<Descriptor> message(String fullName) {
        return Optional.ofNullable(messagesByName.get(fullName));
    }

    /** The extension of a message by its full name. */
    Optional<FieldDescriptor> extension(Descriptor extendee, String fullName) {
        ExtensionRegistry.ExtensionInfo found = customOptions.findImmutableExtensionByName(fullName);
        return found == null
                        || !found.descriptor.getContainingType().getFullName().equals(extendee.getFullName())
                ? Optional.empty()
                : Optional.of(found.descriptor);
    }

    /** The extensions of all files so far. */
    ExtensionRegistry customOptions() {
        return customOptions;
    }

    /** The same file with its custom options as fields, not as bytes that mean nothing. */
    FileDescriptorProto withCustomOptions(FileDescriptorProto file) throws ContractException {
        try {
            return FileDescriptorProto.parseFrom(file.toByteString(), customOptions);
        } catch (InvalidProtocolBufferException e) {
            throw damaged(file, "holds options that are not of the types of the options: " + e.getMessage());
        }
    }

    private static FileDescriptor link(FileDescriptorProto file, FileDescriptor[] imports) throws ContractException {
        try {
            return FileDescriptor.buildFrom(file, imports);
        } catch (DescriptorValidationException e) {
            throw damaged(file, "does not link: " + e.getMessage());
        } catch (RuntimeException e) {
            // protobuf-java meets descriptors that no compiler writes with runtime exceptions of any type.
            throw damaged(file, "does not link: " + e);
        }
    }

    private void boundPublicImports(FileDescriptorProto file) throws ContractException {
        int longest = 0;
        for (int at : file.getPublicDependencyList()) {
            if (at < 0 || at >= file.getDependencyCount()) {
                throw damaged(
                        file, "says that import %s is public, and has %s".formatted(at, file.getDependencyCount()));
            }
            longest = Math.max(longest, publicChains.getOrDefault(file.getDependency(at), 0));
        }
        if (longest >= PUBLIC_CHAIN_LIMIT) {
            throw ContractException.at(
                    Failure.NO_ANSWER,
                    Place.of(file.getName()),
                    "Public imports follow one another over more than %s files.".formatted(PUBLIC_CHAIN_LIMIT),
                    "Import the files that declare what is used.");
        }
        publicChains.put(file.getName(), longest + 1);
    }

    private void index(FileDescriptor file) {
        file.getExtensions().forEach(this::register);
        List<Descriptor> open = new ArrayList<>(file.getMessageTypes());
        for (int next = 0; next < open.size(); next++) {
            messagesByName.put(open.get(next).getFullName(), open.get(next));
            open.get(next).getExtensions().forEach(this::register);
            open.addAll(open.get(next).getNestedTypes());
        }
    }

    private void register(FieldDescriptor extension) {
        if (extension.getJavaType() == JavaType.MESSAGE) {
            customOptions.add(extension, DynamicMessage.getDefaultInstance(extension.getMessageType()));
        } else {
            customOptions.add(extension);
        }
    }

    private static ContractException missing(FileDescriptorProto file, String path) {
        return ContractException.at(
                Failure.NO_ANSWER,
                Place.of(file.getName()),
                "Import \"%s\" of \"%s\" is not in the image.".formatted(path, file.getName()),
                "Write the image with its imports: without --exclude-imports, or with protoc's --include_imports.");
    }

    private static ContractException damaged(FileDescriptorProto file, String reason) {
        String end = reason.endsWith(".") ? "" : ".";
        return ContractException.at(
                Failure.NO_ANSWER,
                Place.of(file.getName()),
                "File \"%s\" of the image %s%s".formatted(file.getName(), reason, end),
                REMEDY);
    }
}
