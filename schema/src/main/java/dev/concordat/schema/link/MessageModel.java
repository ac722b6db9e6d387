package dev.concordat.schema.link;

import com.google.protobuf.ByteString;
import com.google.protobuf.DescriptorProtos.FieldOptions;
import com.google.protobuf.DescriptorProtos.MessageOptions;
import dev.concordat.schema.Field;
import dev.concordat.schema.FieldType;
import dev.concordat.schema.Kind;
import dev.concordat.schema.Located;
import dev.concordat.schema.Location;
import dev.concordat.schema.Message;
import dev.concordat.schema.Oneof;
import dev.concordat.schema.Options;
import dev.concordat.schema.link.LinkedField.Role;
import dev.concordat.schema.parse.FieldNode;
import dev.concordat.schema.parse.OptionNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Builds the model of one file's messages and fields. */
final class MessageModel {
    private static final ByteString MAP_ENTRY =
            MessageOptions.newBuilder().setMapEntry(true).build().toByteString();
    private static final Map<Kind, FieldType> SCALARS = new EnumMap<>(Kind.class);

    static {
        for (Kind kind : Kind.values()) {
            SCALARS.put(kind, new FieldType(kind, ""));
        }
    }

    private final LinkedFile file;
    private final ModelParts parts;
    private final ModelFeatures features;
    private final FileModel fileModel;

    MessageModel(LinkedFile file, ModelParts parts, ModelFeatures features, FileModel fileModel) {
        this.file = file;
        this.parts = parts;
        this.features = features;
        this.fileModel = fileModel;
    }

    Message message(LinkedMessage linked) {
        Location location = location(linked);
        return new Message(
                linked.node == null ? new Located<>(linked.name, location) : parts.located(linked.node.name()),
                linked.fullName(),
                file.path(),
                file.packageName,
                location,
                linked.node == null ? ModelParts.NO_COMMENT : ModelParts.comment(linked.node.comments()),
                fields(linked.fields, linked.fullName()),
                oneofs(linked),
                messages(linked),
                linked.enums.isEmpty() ? List.of() : fileModel.enums(linked.enums),
                fields(linked.extensions, linked.fullName()),
                parts.ranges(linked.reservedRanges),
                parts.names(linked.reservedNames),
                parts.ranges(linked.extensionRanges),
                features.of(linked.features),
                options(linked, location),
                linked.isMapEntry());
    }

    /** Where a message stands; a map entry, which nobody wrote, is found at the type of its map field. */
    private Location location(LinkedMessage linked) {
        if (linked.mapField != null) {
            return new Location(file.node.text(), linked.mapField.typeStart(), linked.mapField.typeEnd());
        }
        if (linked.node == null) {
            throw new IllegalStateException("Message " + linked.fullName() + " stands nowhere.");
        }
        int start = Keyword.start(file.node.text(), linked.node.visibility(), linked.node.start());
        return new Location(file.node.text(), start, linked.node.end());
    }

    private Options options(LinkedMessage linked, Location location) {
        return linked.isMapEntry()
                ? parts.options(MessageOptions.getDefaultInstance(), MAP_ENTRY, location)
                : parts.options(MessageOptions.getDefaultInstance(), linked.options, location);
    }

    private List<Message> messages(LinkedMessage linked) {
        if (linked.messages.isEmpty()) {
            return List.of();
        }
        List<Message> messages = new ArrayList<>(linked.messages.size());
        for (LinkedMessage nested : linked.messages) {
            messages.add(message(nested));
        }
        return messages;
    }

    private List<Field> fields(List<LinkedField> linked, String parent) {
        if (linked.isEmpty()) {
            return List.of();
        }
        List<Field> fields = new ArrayList<>(linked.size());
        for (LinkedField field : linked) {
            fields.add(field(field, parent));
        }
        return fields;
    }

    private List<Oneof> oneofs(LinkedMessage linked) {
        if (linked.oneofs.isEmpty()) {
            return List.of();
        }
        List<Oneof> oneofs = new ArrayList<>(linked.oneofs.size());
        for (LinkedOneof oneof : linked.oneofs) {
            if (oneof.node != null) {
                oneofs.add(new Oneof(
                        parts.located(oneof.node.name()),
                        parts.at(oneof.node),
                        ModelParts.comment(oneof.node.comments())));
            }
        }
        return oneofs;
    }

    /**
     * A field or an extension.
     *
     * @param parent the message, or for an extension at the top of the file, the package
     */
    Field field(LinkedField linked, String parent) {
        FieldNode node = linked.node;
        Location type = new Location(file.node.text(), node.typeStart(), node.typeEnd());
        // The fields of a map entry are written in its type alone.
        boolean written = linked.role == Role.WRITTEN;
        Location location = written ? parts.at(node) : type;
        return new Field(
                new Located<>(linked.name, written ? parts.at(node.name()) : type),
                linked.fullName(),
                linked.number,
                written ? parts.at(node.number()) : type,
                new Located<>(required(linked.cardinality, linked), location),
                new Located<>(type(linked), type),
                new Located<>(linked.jsonName, written ? written("json_name", node, location) : type),
                linked.defaultValue == null
                        ? Optional.empty()
                        : Optional.of(new Located<>(linked.defaultValue, written("default", node, location))),
                linked.oneof == null || linked.oneof.isSynthetic() ? Optional.empty() : Optional.of(linked.oneof.name),
                linked.extendee == null ? Optional.empty() : Optional.of(linked.extendee.fullName()),
                parent,
                features.of(linked.features),
                parts.options(FieldOptions.getDefaultInstance(), linked.options, location),
                location,
                written ? ModelParts.comment(node.comments()) : ModelParts.NO_COMMENT);
    }

    /** Where {@code json_name} or {@code default} stands among the options. */
    private Location written(String name, FieldNode node, Location fallback) {
        if (node.options() != null) {
            for (OptionNode option : node.options().options()) {
                if (option.isNamed(name)) {
                    return parts.at(option);
                }
            }
        }
        return fallback;
    }

    private static FieldType type(LinkedField linked) {
        Kind kind = required(linked.kind, linked);
        return kind.isNamed()
                ? new FieldType(kind, required(linked.type, linked).fullName())
                : required(SCALARS.get(kind), linked);
    }

    private static <T> T required(@Nullable T value, LinkedField field) {
        if (value == null) {
            throw new IllegalStateException("Field " + field.fullName() + " is unresolved in a file that linked.");
        }
        return value;
    }
}
