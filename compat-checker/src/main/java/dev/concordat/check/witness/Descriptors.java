package dev.concordat.check.witness;

import com.google.protobuf.DescriptorProtos;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.DescriptorValidationException;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.JavaFeaturesProto;
import dev.concordat.schema.Field;
import dev.concordat.schema.Message;
import dev.concordat.schema.ProtoFile;
import dev.concordat.schema.Schema;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What protobuf's own runtime needs to read messages of a schema, linked file by file when it is asked for. */
final class Descriptors {
    private final Schema schema;
    /** By import path; empty for a file that protobuf-java refuses. */
    private final Map<String, Optional<FileDescriptor>> files = new HashMap<>();

    Descriptors(Schema schema) {
        this.schema = schema;
    }

    /** The message of this full name. */
    Optional<Descriptor> message(String fullName) {
        return schema.message(fullName)
                .flatMap(message -> file(message.file()))
                .flatMap(file -> Optional.ofNullable(find(file.getMessageTypes(), fullName)));
    }

    /** The field of a message, or the extension of it, that has a number. */
    Optional<FieldDescriptor> field(Descriptor message, int number) {
        FieldDescriptor field = message.findFieldByNumber(number);
        return field != null ? Optional.of(field) : extension(message.getFullName(), number);
    }

    private Optional<FieldDescriptor> extension(String extendee, int number) {
        for (Field extension : schema.extensions()) {
            if (extension.number() == number && extension.extendee().equals(Optional.of(extendee))) {
                return file(extension.location().path(), extension)
                        .flatMap(file -> Optional.ofNullable(findExtension(file, extension.fullName())));
            }
        }
        return Optional.empty();
    }

    /** The file of an extension; the path that is printed need not be the import path. */
    private Optional<FileDescriptor> file(String path, Field extension) {
        return schema.files().stream()
                .filter(file -> file.text() == extension.location().text()
                        || file.path().equals(path))
                .findFirst()
                .flatMap(file -> file(file.path()));
    }

    private Optional<FileDescriptor> file(String path) {
        if (!files.containsKey(path)) {
            Map<String, Set<String>> used = usedFrom(path);
            for (ProtoFile file : schema.reachableFrom(List.of(path))) {
                Set<String> ofFile = used.get(file.path());
                if (ofFile != null) {
                    files.put(file.path(), link(file, ofFile));
                }
            }
        }
        return files.getOrDefault(path, Optional.empty());
    }

    /** Of a file and all that data of its types may have inside, the files of the types that each uses. Most imports are there for options, and are not among them. */
    private Map<String, Set<String>> usedFrom(String path) {
        Map<String, Set<String>> used = new HashMap<>();
        Deque<String> open = new ArrayDeque<>(List.of(path));
        while (!open.isEmpty()) {
            String next = open.pop();
            if (!used.containsKey(next) && !files.containsKey(next)) {
                Set<String> ofFile = new TreeSet<>();
                schema.file(next).ifPresent(file -> {
                    file.extensions().forEach(extension -> addUsed(extension, ofFile));
                    file.messages().forEach(message -> addUsed(message, ofFile));
                });
                ofFile.remove(next);
                used.put(next, ofFile);
                open.addAll(ofFile);
            }
        }
        return used;
    }

    private void addUsed(Message message, Set<String> used) {
        message.fields().forEach(field -> addUsed(field, used));
        message.extensions().forEach(extension -> addUsed(extension, used));
        message.messages().forEach(nested -> addUsed(nested, used));
    }

    private void addUsed(Field field, Set<String> used) {
        String type = field.type().value().typeName();
        schema.message(type).ifPresent(message -> used.add(message.file()));
        schema.enumType(type).ifPresent(enumType -> used.add(enumType.file()));
        field.extendee().flatMap(schema::message).ifPresent(message -> used.add(message.file()));
    }

    private Optional<FileDescriptor> link(ProtoFile file, Set<String> used) {
        // Options are parsed into the runtime's own classes, so their extensions must extend the runtime's own
        // descriptors.
        if (file.path().equals(DescriptorProtos.getDescriptor().getFullName())) {
            return Optional.of(DescriptorProtos.getDescriptor());
        }
        if (file.path().equals(JavaFeaturesProto.getDescriptor().getFullName())) {
            return Optional.of(JavaFeaturesProto.getDescriptor());
        }
        List<FileDescriptor> imports = new ArrayList<>();
        for (String path : used) {
            files.getOrDefault(path, Optional.empty()).ifPresent(imports::add);
        }
        try {
            return Optional.of(FileDescriptor.buildFrom(
                    file.descriptor().types().toBuilder()
                            .clearDependency()
                            .clearPublicDependency()
                            .clearWeakDependency()
                            .addAllDependency(used)
                            .build(),
                    imports.toArray(FileDescriptor[]::new),
                    true));
        } catch (DescriptorValidationException | RuntimeException e) {
            // protobuf-java meets what it does not expect with exceptions of any type; without a descriptor, nothing is
            // shown.
            return Optional.empty();
        }
    }

    private static @Nullable Descriptor find(List<Descriptor> messages, String fullName) {
        for (Descriptor message : messages) {
            if (message.getFullName().equals(fullName)) {
                return message;
            }
            if (fullName.startsWith(message.getFullName() + ".")) {
                return find(message.getNestedTypes(), fullName);
            }
        }
        return null;
    }

    private static @Nullable FieldDescriptor findExtension(FileDescriptor file, String fullName) {
        List<FieldDescriptor> extensions = new ArrayList<>(file.getExtensions());
        List<Descriptor> open = new ArrayList<>(file.getMessageTypes());
        for (int next = 0; next < open.size(); next++) {
            extensions.addAll(open.get(next).getExtensions());
            open.addAll(open.get(next).getNestedTypes());
        }
        return extensions.stream()
                .filter(extension -> extension.getFullName().equals(fullName))
                .findFirst()
                .orElse(null);
    }
}
