package dev.concordat.schema.image;

import static dev.concordat.schema.image.FileReader.each;
import static dev.concordat.schema.image.SourceInfo.path;

import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.OneofDescriptor;
import dev.concordat.schema.Cardinality;
import dev.concordat.schema.Field;
import dev.concordat.schema.FieldType;
import dev.concordat.schema.Kind;
import dev.concordat.schema.Located;
import dev.concordat.schema.Location;
import dev.concordat.schema.Message;
import dev.concordat.schema.NumberRange;
import dev.concordat.schema.Oneof;
import dev.concordat.schema.ResolvedFeatures;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Reads the messages and fields of one file of an image. */
final class MessageReader {
    private final FileReader file;

    MessageReader(FileReader file) {
        this.file = file;
    }

    Message message(
            DescriptorProto proto,
            Descriptor descriptor,
            List<Integer> path,
            ResolvedFeatures around,
            Location fallback) {
        Location location = file.at(path, fallback);
        ResolvedFeatures features =
                FeatureReader.overridden(around, proto.getOptions().getFeatures());
        return new Message(
                new Located<>(proto.getName(), file.at(path(path, DescriptorProto.NAME_FIELD_NUMBER), location)),
                descriptor.getFullName(),
                file.importPath(),
                file.packageName(),
                location,
                file.comment(path),
                each(
                        proto.getFieldCount(),
                        at -> field(
                                proto.getField(at),
                                descriptor.getFields().get(at),
                                path(path, DescriptorProto.FIELD_FIELD_NUMBER, at),
                                descriptor.getFullName(),
                                features,
                                location)),
                oneofs(proto, descriptor, path, location),
                each(proto.getNestedTypeCount(), at -> nested(proto, descriptor, at, path, features, location)),
                each(
                        proto.getEnumTypeCount(),
                        at -> file.enumType(
                                proto.getEnumType(at),
                                descriptor.getEnumTypes().get(at),
                                path(path, DescriptorProto.ENUM_TYPE_FIELD_NUMBER, at),
                                features)),
                each(
                        proto.getExtensionCount(),
                        at -> field(
                                proto.getExtension(at),
                                descriptor.getExtensions().get(at),
                                path(path, DescriptorProto.EXTENSION_FIELD_NUMBER, at),
                                descriptor.getFullName(),
                                features,
                                location)),
                each(
                        proto.getReservedRangeCount(),
                        at -> new NumberRange(
                                proto.getReservedRange(at).getStart(),
                                proto.getReservedRange(at).getEnd() - 1,
                                file.at(path(path, DescriptorProto.RESERVED_RANGE_FIELD_NUMBER, at), location))),
                each(
                        proto.getReservedNameCount(),
                        at -> new Located<>(
                                proto.getReservedName(at),
                                file.at(path(path, DescriptorProto.RESERVED_NAME_FIELD_NUMBER, at), location))),
                each(
                        proto.getExtensionRangeCount(),
                        at -> new NumberRange(
                                proto.getExtensionRange(at).getStart(),
                                proto.getExtensionRange(at).getEnd() - 1,
                                file.at(path(path, DescriptorProto.EXTENSION_RANGE_FIELD_NUMBER, at), location))),
                features,
                file.options(proto.getOptions(), path(path, DescriptorProto.OPTIONS_FIELD_NUMBER), location),
                proto.getOptions().getMapEntry());
    }

    Field field(
            FieldDescriptorProto proto,
            FieldDescriptor descriptor,
            List<Integer> path,
            String parent,
            ResolvedFeatures around,
            Location fallback) {
        Location location = file.at(path, fallback);
        // Of a group, both the word and the name have a place; the type is the word.
        boolean group = proto.getType() == FieldDescriptorProto.Type.TYPE_GROUP;
        List<Integer> type = path(path, FieldDescriptorProto.TYPE_FIELD_NUMBER);
        List<Integer> typeName = path(path, FieldDescriptorProto.TYPE_NAME_FIELD_NUMBER);
        Location typeLocation = file.at(group ? type : typeName, file.at(group ? typeName : type, location));
        return new Field(
                new Located<>(proto.getName(), file.at(path(path, FieldDescriptorProto.NAME_FIELD_NUMBER), location)),
                descriptor.getFullName(),
                proto.getNumber(),
                file.at(path(path, FieldDescriptorProto.NUMBER_FIELD_NUMBER), location),
                new Located<>(cardinality(descriptor), location),
                new Located<>(type(descriptor), typeLocation),
                new Located<>(
                        descriptor.getJsonName(),
                        file.at(path(path, FieldDescriptorProto.JSON_NAME_FIELD_NUMBER), location)),
                proto.hasDefaultValue()
                        ? Optional.of(new Located<>(
                                proto.getDefaultValue(),
                                file.at(path(path, FieldDescriptorProto.DEFAULT_VALUE_FIELD_NUMBER), location)))
                        : Optional.empty(),
                Optional.ofNullable(descriptor.getRealContainingOneof()).map(oneof -> oneof.getName()),
                descriptor.isExtension()
                        ? Optional.of(descriptor.getContainingType().getFullName())
                        : Optional.empty(),
                parent,
                features(proto, descriptor, around),
                file.options(proto.getOptions(), path(path, FieldDescriptorProto.OPTIONS_FIELD_NUMBER), location),
                location,
                file.comment(path));
    }

    /** A nested message; a map entry, which stands nowhere in the source, is found at the type of its map field. */
    private Message nested(
            DescriptorProto parent,
            Descriptor descriptor,
            int index,
            List<Integer> path,
            ResolvedFeatures around,
            Location fallback) {
        DescriptorProto nested = parent.getNestedType(index);
        Location at = fallback;
        if (nested.getOptions().getMapEntry()) {
            at = IntStream.range(0, parent.getFieldCount())
                    .filter(field -> parent.getField(field).getTypeName().endsWith("." + nested.getName()))
                    .mapToObj(field -> file.at(
                            path(
                                    path,
                                    DescriptorProto.FIELD_FIELD_NUMBER,
                                    field,
                                    FieldDescriptorProto.TYPE_NAME_FIELD_NUMBER),
                            fallback))
                    .findFirst()
                    .orElse(fallback);
        }
        return message(
                nested,
                descriptor.getNestedTypes().get(index),
                path(path, DescriptorProto.NESTED_TYPE_FIELD_NUMBER, index),
                around,
                at);
    }

    private List<Oneof> oneofs(DescriptorProto proto, Descriptor descriptor, List<Integer> path, Location fallback) {
        return IntStream.range(0, descriptor.getRealOneofs().size())
                .mapToObj(at -> {
                    List<Integer> oneof = path(path, DescriptorProto.ONEOF_DECL_FIELD_NUMBER, at);
                    Location location = file.at(oneof, fallback);
                    return new Oneof(
                            new Located<>(proto.getOneofDecl(at).getName(), file.at(path(oneof, 1), location)),
                            location,
                            file.comment(oneof));
                })
                .toList();
    }

    /** A member of a oneof gets the oneof's features. */
    private static ResolvedFeatures features(
            FieldDescriptorProto proto, FieldDescriptor descriptor, ResolvedFeatures around) {
        OneofDescriptor oneof = descriptor.getRealContainingOneof();
        ResolvedFeatures outer = oneof == null
                ? around
                : FeatureReader.overridden(around, oneof.toProto().getOptions().getFeatures());
        return FeatureReader.overridden(outer, proto.getOptions().getFeatures());
    }

    private static FieldType type(FieldDescriptor field) {
        return new FieldType(
                Kind.valueOf(field.getType().name()),
                switch (field.getJavaType()) {
                    case MESSAGE -> field.getMessageType().getFullName();
                    case ENUM -> field.getEnumType().getFullName();
                    default -> "";
                });
    }

    private static Cardinality cardinality(FieldDescriptor field) {
        if (field.isMapField()) {
            return Cardinality.MAP;
        }
        if (field.isRepeated()) {
            return Cardinality.REPEATED;
        }
        if (field.isRequired()) {
            return Cardinality.REQUIRED;
        }
        return field.hasPresence() ? Cardinality.EXPLICIT : Cardinality.IMPLICIT;
    }
}
