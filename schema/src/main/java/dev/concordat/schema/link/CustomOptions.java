package dev.concordat.schema.link;

import com.google.protobuf.DescriptorProtos;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.DescriptorValidationException;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor.JavaType;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.ExtensionRegistry;
import com.google.protobuf.JavaFeaturesProto;
import dev.concordat.schema.link.LinkedFile.LinkedImport;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The extensions of all linked files as the protobuf runtime knows them. They are linked once more for it, when somebody first asks. */
final class CustomOptions implements Supplier<ExtensionRegistry> {
    private final List<LinkedFile> files;
    private @Nullable ExtensionRegistry registry;

    /**
     * The extensions of these files.
     *
     * @param files imported before importer
     */
    CustomOptions(List<LinkedFile> files) {
        this.files = files;
    }

    @Override
    public synchronized ExtensionRegistry get() {
        if (registry == null) {
            registry = register();
        }
        return registry;
    }

    private ExtensionRegistry register() {
        Set<LinkedFile> needed = new HashSet<>();
        for (int at = files.size() - 1; at >= 0; at--) {
            LinkedFile file = files.get(at);
            if (needed.contains(file) || declaresExtensions(file)) {
                needed.add(file);
                file.imports.stream()
                        .map(LinkedImport::target)
                        .filter(target -> target != null)
                        .forEach(needed::add);
            }
        }
        ExtensionRegistry extensions = ExtensionRegistry.newInstance();
        Map<LinkedFile, FileDescriptor> linked = new HashMap<>();
        for (LinkedFile file : files) {
            if (needed.contains(file)) {
                FileDescriptor descriptor = link(file, linked);
                linked.put(file, descriptor);
                register(descriptor, extensions);
            }
        }
        return extensions;
    }

    private static boolean declaresExtensions(LinkedFile file) {
        return !file.extensions.isEmpty()
                || file.allMessages.stream().anyMatch(message -> !message.extensions.isEmpty());
    }

    private static FileDescriptor link(LinkedFile file, Map<LinkedFile, FileDescriptor> linked) {
        // Options are parsed into the runtime's own classes, so their extensions must extend the runtime's own
        // descriptors.
        if (file.path().equals(DescriptorProtos.getDescriptor().getFullName())) {
            return DescriptorProtos.getDescriptor();
        }
        if (file.path().equals(JavaFeaturesProto.getDescriptor().getFullName())) {
            return JavaFeaturesProto.getDescriptor();
        }
        List<FileDescriptor> imports = new ArrayList<>();
        for (LinkedImport imported : file.imports) {
            FileDescriptor descriptor = linked.get(imported.target());
            if (descriptor != null) {
                imports.add(descriptor);
            }
        }
        try {
            return FileDescriptor.buildFrom(
                    DescriptorWriter.write(file).build(), imports.toArray(FileDescriptor[]::new), true);
        } catch (DescriptorValidationException e) {
            throw new IllegalStateException("protobuf-java refuses what linked: " + e.getMessage(), e);
        }
    }

    private static void register(FileDescriptor file, ExtensionRegistry extensions) {
        file.getExtensions().forEach(extension -> register(extension, extensions));
        List<Descriptor> open = new ArrayList<>(file.getMessageTypes());
        for (int next = 0; next < open.size(); next++) {
            open.get(next).getExtensions().forEach(extension -> register(extension, extensions));
            open.addAll(open.get(next).getNestedTypes());
        }
    }

    private static void register(FieldDescriptor extension, ExtensionRegistry extensions) {
        if (extension.getJavaType() == JavaType.MESSAGE) {
            extensions.add(extension, DynamicMessage.getDefaultInstance(extension.getMessageType()));
        } else {
            extensions.add(extension);
        }
    }
}
