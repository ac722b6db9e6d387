package dev.concordat.schema.link;

import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.DescriptorProto.ExtensionRange;
import com.google.protobuf.DescriptorProtos.DescriptorProto.ReservedRange;
import com.google.protobuf.DescriptorProtos.ExtensionRangeOptions;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto.Label;
import com.google.protobuf.DescriptorProtos.FieldOptions;
import com.google.protobuf.DescriptorProtos.MessageOptions;
import com.google.protobuf.DescriptorProtos.OneofDescriptorProto;
import com.google.protobuf.DescriptorProtos.OneofOptions;
import dev.concordat.schema.Kind;
import dev.concordat.schema.link.LinkedField.Role;
import dev.concordat.schema.link.LinkedMessage.LinkedRange;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes messages and fields as descriptor.proto describes them. */
final class MessageDescriptors {
    private static final Map<Kind, FieldDescriptorProto.Type> TYPES = new EnumMap<>(Kind.class);

    static {
        for (Kind kind : Kind.values()) {
            TYPES.put(kind, FieldDescriptorProto.Type.valueOf("TYPE_" + kind.name()));
        }
    }

    private final LinkedMessage message;
    private final DescriptorProto.Builder proto = DescriptorProto.newBuilder();
    private final IdentityHashMap<LinkedOneof, Integer> oneofs = new IdentityHashMap<>();
    /** The options that the fields of a map entry take over from the map field. */
    private final IdentityHashMap<Symbol, FieldOptions> entryOptions = new IdentityHashMap<>();

    private MessageDescriptors(LinkedMessage message) {
        this.message = message;
    }

    static DescriptorProto message(LinkedMessage message) {
        return new MessageDescriptors(message).write(null).build();
    }

    /** An extension at the top of a file. */
    static FieldDescriptorProto extension(LinkedField extension) {
        return field(extension, null, null);
    }

    private DescriptorProto.Builder write(@Nullable FieldOptions inherited) {
        proto.setName(message.name);
        for (LinkedOneof oneof : message.oneofs) {
            oneofs.put(oneof, oneofs.size());
            proto.addOneofDecl(oneof(oneof));
        }
        for (LinkedField field : message.fields) {
            proto.addField(field(field, field.oneof == null ? null : oneofs.get(field.oneof), inherited));
            inherit(field);
        }
        for (LinkedMessage nested : message.messages) {
            proto.addNestedType(new MessageDescriptors(nested).write(entryOptions.get(nested)));
        }
        message.enums.forEach(nested -> proto.addEnumType(DescriptorWriter.enumType(nested)));
        message.extensions.forEach(extension -> proto.addExtension(extension(extension)));
        ranges();
        options();
        if (message.node != null && message.node.visibility() != null) {
            proto.setVisibility(DescriptorWriter.visibility(message.node.visibility()));
        }
        return proto;
    }

    private void inherit(LinkedField field) {
        if (field.isMap() && field.type != null && !field.options.written.isEmpty()) {
            FieldOptions options = DescriptorWriter.options(FieldOptions.parser(), field.options);
            if (options.hasFeatures()) {
                entryOptions.put(
                        field.type,
                        FieldOptions.newBuilder()
                                .setFeatures(options.getFeatures())
                                .build());
            }
        }
    }

    private void ranges() {
        for (LinkedRange range : message.extensionRanges) {
            ExtensionRange.Builder written =
                    ExtensionRange.newBuilder().setStart(range.first()).setEnd(range.last() + 1);
            if (!range.options().written.isEmpty()) {
                written.setOptions(DescriptorWriter.options(ExtensionRangeOptions.parser(), range.options()));
            }
            proto.addExtensionRange(written);
        }
        for (LinkedRange range : message.reservedRanges) {
            proto.addReservedRange(
                    ReservedRange.newBuilder().setStart(range.first()).setEnd(range.last() + 1));
        }
        message.reservedNames.forEach(name -> proto.addReservedName(name.text()));
    }

    private void options() {
        if (message.isMapEntry()) {
            proto.setOptions(MessageOptions.newBuilder().setMapEntry(true));
        } else if (!message.options.written.isEmpty()) {
            proto.setOptions(DescriptorWriter.options(MessageOptions.parser(), message.options));
        }
    }

    private static OneofDescriptorProto oneof(LinkedOneof oneof) {
        OneofDescriptorProto.Builder proto = OneofDescriptorProto.newBuilder().setName(oneof.name);
        if (!oneof.options.written.isEmpty()) {
            proto.setOptions(DescriptorWriter.options(OneofOptions.parser(), oneof.options));
        }
        return proto.build();
    }

    private static FieldDescriptorProto field(
            LinkedField field, @Nullable Integer oneof, @Nullable FieldOptions inherited) {
        FieldDescriptorProto.Builder proto = FieldDescriptorProto.newBuilder()
                .setName(field.name)
                .setNumber(field.number)
                .setLabel(label(field))
                .setType(type(field))
                .setJsonName(field.jsonName);
        if (field.typeName != null || field.isMap() || field.kind == Kind.GROUP) {
            proto.setTypeName(DescriptorWriter.typeName(field.type));
        }
        if (field.extendeeName != null) {
            proto.setExtendee(DescriptorWriter.typeName(field.extendee));
        }
        if (field.defaultValue != null) {
            proto.setDefaultValue(field.defaultValue);
        }
        if (field.defaultBytes != null) {
            proto.setDefaultValueBytes(field.defaultBytes);
        }
        if (inherited != null) {
            proto.setOptions(inherited);
        } else if (field.role == Role.WRITTEN && !field.options.written.isEmpty()) {
            proto.setOptions(DescriptorWriter.options(FieldOptions.parser(), field.options));
        }
        if (oneof != null) {
            proto.setOneofIndex(oneof);
        }
        if (field.file.edition == Edition.PROTO3 && field.node.isLabelled("optional")) {
            proto.setProto3Optional(true);
        }
        return proto.build();
    }

    /** The label; editions have no required ones, their features say it. */
    private static Label label(LinkedField field) {
        if (field.isRepeated()) {
            return Label.LABEL_REPEATED;
        }
        boolean required = field.role == Role.WRITTEN && field.node.isLabelled("required");
        return required ? Label.LABEL_REQUIRED : Label.LABEL_OPTIONAL;
    }

    /** The type; only a group that is written as one is written as one, whatever the encoding of a message. */
    private static FieldDescriptorProto.Type type(LinkedField field) {
        Kind kind = field.kind;
        if (field.typeName != null || field.isMap()) {
            kind = field.type instanceof LinkedEnum ? Kind.ENUM : Kind.MESSAGE;
        }
        FieldDescriptorProto.Type type = kind == null ? null : TYPES.get(kind);
        if (type == null) {
            throw new IllegalStateException("Field " + field.fullName() + " has no type in a file that linked.");
        }
        return type;
    }
}
