package dev.concordat.schema.link;

import com.google.protobuf.ByteString;
import com.google.protobuf.DescriptorProtos.EnumDescriptorProto;
import com.google.protobuf.DescriptorProtos.EnumDescriptorProto.EnumReservedRange;
import com.google.protobuf.DescriptorProtos.EnumOptions;
import com.google.protobuf.DescriptorProtos.EnumValueDescriptorProto;
import com.google.protobuf.DescriptorProtos.EnumValueOptions;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileOptions;
import com.google.protobuf.DescriptorProtos.MethodDescriptorProto;
import com.google.protobuf.DescriptorProtos.MethodOptions;
import com.google.protobuf.DescriptorProtos.ServiceDescriptorProto;
import com.google.protobuf.DescriptorProtos.ServiceOptions;
import com.google.protobuf.DescriptorProtos.SymbolVisibility;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Parser;
import dev.concordat.schema.Import;
import dev.concordat.schema.link.LinkedFile.LinkedImport;
import dev.concordat.schema.link.LinkedMessage.LinkedRange;
import dev.concordat.schema.parse.Word;
import org.jspecify.annotations.Nullable;

/** Writes a linked file as descriptor.proto describes it, as protoc does, without source info. Custom options stay unknown fields. */
final class DescriptorWriter {
    private DescriptorWriter() {}

    /** The descriptor of a file that linked without problems. */
    static FileDescriptorProto.Builder write(LinkedFile file) {
        FileDescriptorProto.Builder proto = types(file);
        file.services.forEach(service -> proto.addService(service(service)));
        return proto;
    }

    /** The same without services. */
    static FileDescriptorProto.Builder types(LinkedFile file) {
        FileDescriptorProto.Builder proto = FileDescriptorProto.newBuilder().setName(file.path());
        if (!file.packageName.isEmpty()) {
            proto.setPackage(file.packageName);
        }
        file.imports.forEach(imported -> imported(imported, proto));
        file.messages.forEach(message -> proto.addMessageType(MessageDescriptors.message(message)));
        file.enums.forEach(enumType -> proto.addEnumType(enumType(enumType)));
        file.extensions.forEach(extension -> proto.addExtension(MessageDescriptors.extension(extension)));
        if (!file.options.written.isEmpty()) {
            proto.setOptions(options(FileOptions.parser(), file.options));
        }
        if (file.edition == Edition.PROTO3) {
            proto.setSyntax("proto3");
        } else if (file.edition.isEdition()) {
            proto.setSyntax("editions");
            proto.setEdition(com.google.protobuf.DescriptorProtos.Edition.forNumber(file.edition.number()));
        }
        return proto;
    }

    private static void imported(LinkedImport imported, FileDescriptorProto.Builder proto) {
        String path = imported.node().path().text();
        if (imported.kind() == Import.Kind.OPTION) {
            proto.addOptionDependency(path);
            return;
        }
        if (imported.kind() == Import.Kind.PUBLIC) {
            proto.addPublicDependency(proto.getDependencyCount());
        } else if (imported.kind() == Import.Kind.WEAK) {
            proto.addWeakDependency(proto.getDependencyCount());
        }
        proto.addDependency(path);
    }

    /** An enum, wherever it is declared. */
    static EnumDescriptorProto enumType(LinkedEnum enumType) {
        EnumDescriptorProto.Builder proto = EnumDescriptorProto.newBuilder().setName(enumType.name);
        enumType.values.forEach(value -> proto.addValue(enumValue(value)));
        if (!enumType.options.written.isEmpty()) {
            proto.setOptions(options(EnumOptions.parser(), enumType.options));
        }
        for (LinkedRange range : enumType.reservedRanges) {
            proto.addReservedRange(
                    EnumReservedRange.newBuilder().setStart(range.first()).setEnd(range.last()));
        }
        enumType.reservedNames.forEach(name -> proto.addReservedName(name.text()));
        if (enumType.node.visibility() != null) {
            proto.setVisibility(visibility(enumType.node.visibility()));
        }
        return proto.build();
    }

    private static EnumValueDescriptorProto enumValue(LinkedEnumValue value) {
        EnumValueDescriptorProto.Builder proto =
                EnumValueDescriptorProto.newBuilder().setName(value.name).setNumber(value.number());
        if (!value.options.written.isEmpty()) {
            proto.setOptions(options(EnumValueOptions.parser(), value.options));
        }
        return proto.build();
    }

    private static ServiceDescriptorProto service(LinkedService service) {
        ServiceDescriptorProto.Builder proto =
                ServiceDescriptorProto.newBuilder().setName(service.name);
        service.rpcs.forEach(rpc -> proto.addMethod(rpc(rpc)));
        if (!service.options.written.isEmpty()) {
            proto.setOptions(options(ServiceOptions.parser(), service.options));
        }
        return proto.build();
    }

    private static MethodDescriptorProto rpc(LinkedRpc rpc) {
        MethodDescriptorProto.Builder proto = MethodDescriptorProto.newBuilder()
                .setName(rpc.name)
                .setInputType(typeName(rpc.request))
                .setOutputType(typeName(rpc.response));
        if (rpc.node.body() >= 0) {
            // Braces set the options, even when there are none inside.
            proto.setOptions(options(MethodOptions.parser(), rpc.options));
        }
        if (rpc.node.requestStream() != null) {
            proto.setClientStreaming(true);
        }
        if (rpc.node.responseStream() != null) {
            proto.setServerStreaming(true);
        }
        return proto.build();
    }

    /** The full name of a type as descriptor.proto writes it. */
    static String typeName(@Nullable Symbol type) {
        if (type == null) {
            throw new IllegalStateException("A type is unresolved in a file that linked without problems.");
        }
        return "." + type.fullName();
    }

    static SymbolVisibility visibility(Word word) {
        return word.text().equals("export") ? SymbolVisibility.VISIBILITY_EXPORT : SymbolVisibility.VISIBILITY_LOCAL;
    }

    static <T> T options(Parser<T> parser, LinkedOptions options) {
        return options(parser, options.encoded);
    }

    private static <T> T options(Parser<T> parser, ByteString encoded) {
        try {
            return parser.parseFrom(encoded);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("The linker encoded options that cannot be read: " + encoded, e);
        }
    }
}
