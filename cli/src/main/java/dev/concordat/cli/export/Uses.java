package dev.concordat.cli.export;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor.JavaType;
import dev.concordat.schema.EnumType;
import dev.concordat.schema.EnumValue;
import dev.concordat.schema.Field;
import dev.concordat.schema.Message;
import dev.concordat.schema.Options;
import dev.concordat.schema.ProtoFile;
import dev.concordat.schema.Rpc;
import dev.concordat.schema.Schema;
import dev.concordat.schema.Service;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the retained declarations of a file use: the types and custom options, and the files of both. */
final class Uses {
    private static final String ANY = "google.protobuf.Any";

    private final Schema schema;
    private final Retained retained;
    /** The import paths of the files whose declarations are used. */
    final Set<String> files = new HashSet<>();
    /** Types, and custom options as {@code extendee#extension}, that options use. */
    final Set<String> roots = new HashSet<>();

    Uses(ProtoFile file, Schema schema, Retained retained) {
        this.schema = schema;
        this.retained = retained;
        add(file.options());
        file.messages().forEach(this::add);
        file.enums().forEach(this::add);
        file.services().forEach(this::add);
        addExtensions(file.extensions());
    }

    private void add(Message message) {
        if (!message.mapEntry() && !retained.holds(message.fullName())) {
            return;
        }
        add(message.options());
        message.fields().forEach(this::add);
        message.messages().forEach(this::add);
        message.enums().forEach(this::add);
        addExtensions(message.extensions());
    }

    private void addExtensions(List<Field> extensions) {
        for (Field extension : extensions) {
            if (retained.holds(extension.fullName())) {
                add(extension);
                extension.extendee().ifPresent(this::addType);
            }
        }
    }

    private void add(Field field) {
        add(field.options());
        addType(field.type().value().typeName());
    }

    private void add(EnumType type) {
        if (retained.holds(type.fullName())) {
            add(type.options());
            type.values().stream().map(EnumValue::options).forEach(this::add);
        }
    }

    private void add(Service service) {
        if (!retained.holds(service.fullName())) {
            return;
        }
        add(service.options());
        for (Rpc rpc : service.rpcs()) {
            if (retained.holds(service.fullName() + "." + rpc.name().value())) {
                add(rpc.options());
                addType(rpc.requestType().value());
                addType(rpc.responseType().value());
            }
        }
    }

    private void addType(String name) {
        schema.message(name)
                .map(Message::file)
                .or(() -> schema.enumType(name).map(EnumType::file))
                .ifPresent(files::add);
    }

    private void add(Options options) {
        addOptions(options.message());
    }

    private void addOptions(com.google.protobuf.Message options) {
        for (Map.Entry<FieldDescriptor, Object> entry : options.getAllFields().entrySet()) {
            FieldDescriptor field = entry.getKey();
            if (field.isExtension()) {
                roots.add(field.getContainingType().getFullName() + "#" + field.getFullName());
                files.add(field.getFile().getName());
            }
            if (field.getJavaType() == JavaType.MESSAGE) {
                List<?> values = entry.getValue() instanceof List<?> list ? list : List.of(entry.getValue());
                values.forEach(value -> addOptions((com.google.protobuf.Message) value));
            }
        }
        if (options.getDescriptorForType().getFullName().equals(ANY)) {
            String url =
                    (String) options.getField(options.getDescriptorForType().findFieldByNumber(1));
            String type = url.substring(url.lastIndexOf('/') + 1);
            addType(type);
            roots.add(type);
        }
    }
}
