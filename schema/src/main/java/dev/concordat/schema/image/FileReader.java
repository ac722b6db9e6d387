package dev.concordat.schema.image;

import static dev.concordat.schema.image.SourceInfo.path;

import com.google.protobuf.DescriptorProtos.EnumDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.MethodDescriptorProto;
import com.google.protobuf.DescriptorProtos.ServiceDescriptorProto;
import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.Descriptors.MethodDescriptor;
import com.google.protobuf.Descriptors.ServiceDescriptor;
import dev.concordat.schema.ContractFile;
import dev.concordat.schema.EnumType;
import dev.concordat.schema.EnumValue;
import dev.concordat.schema.Import;
import dev.concordat.schema.Located;
import dev.concordat.schema.Location;
import dev.concordat.schema.NumberRange;
import dev.concordat.schema.Options;
import dev.concordat.schema.ProtoFile;
import dev.concordat.schema.ResolvedFeatures;
import dev.concordat.schema.Rpc;
import dev.concordat.schema.Service;
import dev.concordat.schema.Syntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Reads one file of an image: imports, enums and services here, messages in {@link MessageReader}. */
final class FileReader {
    private final FileDescriptorProto proto;
    private final FileDescriptor descriptor;
    private final ContractFile source;
    private final SourceInfo info;

    FileReader(FileDescriptorProto proto, FileDescriptor descriptor, ContractFile source) {
        this.proto = proto;
        this.descriptor = descriptor;
        this.source = source;
        this.info = new SourceInfo(proto, source.text());
    }

    ProtoFile read() {
        MessageReader messages = new MessageReader(this);
        ResolvedFeatures features = FeatureReader.of(proto);
        return new ProtoFile(
                proto.getName(),
                source.module(),
                source.text(),
                new Located<>(syntax(), at(List.of(FileDescriptorProto.SYNTAX_FIELD_NUMBER), info.file())),
                FeatureReader.edition(proto).getNumber(),
                new Located<>(proto.getPackage(), at(List.of(FileDescriptorProto.PACKAGE_FIELD_NUMBER), info.file())),
                imports(),
                options(proto.getOptions(), path(List.of(), FileDescriptorProto.OPTIONS_FIELD_NUMBER), info.file()),
                Optional.empty(),
                each(
                        proto.getMessageTypeCount(),
                        at -> messages.message(
                                proto.getMessageType(at),
                                descriptor.getMessageTypes().get(at),
                                List.of(FileDescriptorProto.MESSAGE_TYPE_FIELD_NUMBER, at),
                                features,
                                info.file())),
                each(
                        proto.getEnumTypeCount(),
                        at -> enumType(
                                proto.getEnumType(at),
                                descriptor.getEnumTypes().get(at),
                                List.of(FileDescriptorProto.ENUM_TYPE_FIELD_NUMBER, at),
                                features)),
                each(proto.getServiceCount(), this::service),
                each(
                        proto.getExtensionCount(),
                        at -> messages.field(
                                proto.getExtension(at),
                                descriptor.getExtensions().get(at),
                                List.of(FileDescriptorProto.EXTENSION_FIELD_NUMBER, at),
                                proto.getPackage(),
                                features,
                                info.file())),
                info.file(),
                comment(List.of(FileDescriptorProto.PACKAGE_FIELD_NUMBER)),
                () -> proto);
    }

    String importPath() {
        return proto.getName();
    }

    String packageName() {
        return proto.getPackage();
    }

    /** Where a path stands, or the fallback when protoc recorded nothing for it. */
    Location at(List<Integer> path, Location fallback) {
        return info.find(path).orElse(fallback);
    }

    Supplier<String> comment(List<Integer> path) {
        String comment = info.comment(path);
        return () -> comment;
    }

    Options options(com.google.protobuf.Message options, List<Integer> path, Location element) {
        return new Options(options, element, option -> info.findOption(path, option));
    }

    EnumType enumType(
            EnumDescriptorProto proto, EnumDescriptor descriptor, List<Integer> path, ResolvedFeatures around) {
        Location location = at(path, info.file());
        return new EnumType(
                new Located<>(proto.getName(), at(path(path, EnumDescriptorProto.NAME_FIELD_NUMBER), location)),
                descriptor.getFullName(),
                importPath(),
                packageName(),
                location,
                comment(path),
                descriptor.isClosed(),
                each(
                        proto.getValueCount(),
                        at -> enumValue(proto, at, path(path, EnumDescriptorProto.VALUE_FIELD_NUMBER, at), location)),
                each(
                        proto.getReservedRangeCount(),
                        at -> new NumberRange(
                                proto.getReservedRange(at).getStart(),
                                proto.getReservedRange(at).getEnd(),
                                at(path(path, EnumDescriptorProto.RESERVED_RANGE_FIELD_NUMBER, at), location))),
                each(
                        proto.getReservedNameCount(),
                        at -> new Located<>(
                                proto.getReservedName(at),
                                at(path(path, EnumDescriptorProto.RESERVED_NAME_FIELD_NUMBER, at), location))),
                FeatureReader.overridden(around, proto.getOptions().getFeatures()),
                options(proto.getOptions(), path(path, EnumDescriptorProto.OPTIONS_FIELD_NUMBER), location));
    }

    private EnumValue enumValue(EnumDescriptorProto enumProto, int index, List<Integer> path, Location fallback) {
        var value = enumProto.getValue(index);
        Location location = at(path, fallback);
        return new EnumValue(
                new Located<>(value.getName(), at(path(path, 1), location)),
                value.getNumber(),
                at(path(path, 2), location),
                options(value.getOptions(), path(path, 3), location),
                location,
                comment(path));
    }

    private Service service(int index) {
        ServiceDescriptorProto service = proto.getService(index);
        ServiceDescriptor linked = descriptor.getServices().get(index);
        List<Integer> path = List.of(FileDescriptorProto.SERVICE_FIELD_NUMBER, index);
        Location location = at(path, info.file());
        return new Service(
                new Located<>(service.getName(), at(path(path, ServiceDescriptorProto.NAME_FIELD_NUMBER), location)),
                linked.getFullName(),
                importPath(),
                packageName(),
                location,
                comment(path),
                each(
                        service.getMethodCount(),
                        at -> rpc(
                                service.getMethod(at),
                                linked.getMethods().get(at),
                                path(path, ServiceDescriptorProto.METHOD_FIELD_NUMBER, at),
                                location)),
                options(service.getOptions(), path(path, ServiceDescriptorProto.OPTIONS_FIELD_NUMBER), location));
    }

    private Rpc rpc(MethodDescriptorProto rpc, MethodDescriptor descriptor, List<Integer> path, Location fallback) {
        Location location = at(path, fallback);
        return new Rpc(
                new Located<>(rpc.getName(), at(path(path, MethodDescriptorProto.NAME_FIELD_NUMBER), location)),
                descriptor.getService().getFullName(),
                new Located<>(
                        descriptor.getInputType().getFullName(),
                        at(path(path, MethodDescriptorProto.INPUT_TYPE_FIELD_NUMBER), location)),
                new Located<>(
                        descriptor.getOutputType().getFullName(),
                        at(path(path, MethodDescriptorProto.OUTPUT_TYPE_FIELD_NUMBER), location)),
                rpc.getClientStreaming(),
                rpc.getServerStreaming(),
                options(rpc.getOptions(), path(path, MethodDescriptorProto.OPTIONS_FIELD_NUMBER), location),
                location,
                comment(path));
    }

    private Syntax syntax() {
        return switch (proto.getSyntax()) {
            case "proto3" -> Syntax.PROTO3;
            case "editions" -> Syntax.EDITIONS;
            default -> Syntax.PROTO2;
        };
    }

    private List<Import> imports() {
        List<Import> imports = new ArrayList<>();
        for (int at = 0; at < proto.getDependencyCount(); at++) {
            Import.Kind kind = proto.getPublicDependencyList().contains(at)
                    ? Import.Kind.PUBLIC
                    : proto.getWeakDependencyList().contains(at) ? Import.Kind.WEAK : Import.Kind.DEFAULT;
            imports.add(imported(proto.getDependency(at), kind, FileDescriptorProto.DEPENDENCY_FIELD_NUMBER, at));
        }
        for (int at = 0; at < proto.getOptionDependencyCount(); at++) {
            imports.add(imported(
                    proto.getOptionDependency(at),
                    Import.Kind.OPTION,
                    FileDescriptorProto.OPTION_DEPENDENCY_FIELD_NUMBER,
                    at));
        }
        return imports;
    }

    private Import imported(String path, Import.Kind kind, int field, int index) {
        return new Import(path, kind, at(List.of(field, index), info.file()));
    }

    static <T> List<T> each(int count, java.util.function.IntFunction<T> read) {
        return IntStream.range(0, count).mapToObj(read).toList();
    }
}
