package dev.concordat.schema.link;

import com.google.protobuf.DescriptorProtos.EnumOptions;
import com.google.protobuf.DescriptorProtos.EnumValueOptions;
import com.google.protobuf.DescriptorProtos.FileOptions;
import com.google.protobuf.DescriptorProtos.MethodOptions;
import com.google.protobuf.DescriptorProtos.ServiceOptions;
import dev.concordat.schema.EnumType;
import dev.concordat.schema.EnumValue;
import dev.concordat.schema.Field;
import dev.concordat.schema.Import;
import dev.concordat.schema.Located;
import dev.concordat.schema.Location;
import dev.concordat.schema.Message;
import dev.concordat.schema.ProtoFile;
import dev.concordat.schema.Rpc;
import dev.concordat.schema.Service;
import dev.concordat.schema.Syntax;
import dev.concordat.schema.link.LinkedFile.LinkedImport;
import dev.concordat.schema.parse.PackageNode;
import dev.concordat.schema.parse.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Builds the model of one linked file: imports, enums and services here, messages in {@link MessageModel}. */
final class FileModel {
    private final LinkedFile file;
    private final ModelParts parts;
    private final ModelFeatures features;
    private final MessageModel messageModel;

    FileModel(LinkedFile file, CustomOptions customOptions) {
        this.file = file;
        this.parts = new ModelParts(file.node.text(), customOptions);
        this.features = new ModelFeatures(file);
        this.messageModel = new MessageModel(file, parts, features, this);
    }

    ProtoFile build() {
        Location start = new Location(file.node.text(), 0, 0);
        Optional<PackageNode> packageNode = file.node.packageStatement();
        return new ProtoFile(
                file.path(),
                file.source.module(),
                file.node.text(),
                new Located<>(syntax(), file.node.syntax().map(parts::at).orElse(start)),
                file.edition.number(),
                new Located<>(file.packageName, packageNode.map(parts::at).orElse(start)),
                imports(),
                parts.options(FileOptions.getDefaultInstance(), file.options, start),
                Optional.empty(),
                messages(),
                enums(file.enums),
                services(),
                extensions(),
                start,
                packageNode.map(node -> ModelParts.comment(node.comments())).orElse(ModelParts.NO_COMMENT),
                new LazyDescriptor(file));
    }

    private Syntax syntax() {
        return file.edition.isEdition()
                ? Syntax.EDITIONS
                : file.edition == Edition.PROTO3 ? Syntax.PROTO3 : Syntax.PROTO2;
    }

    /** The imports as an image lists them: option imports come last. */
    private List<Import> imports() {
        List<Import> imports = new ArrayList<>(file.imports.size());
        List<Import> optionImports = new ArrayList<>();
        for (LinkedImport imported : file.imports) {
            (imported.kind() == Import.Kind.OPTION ? optionImports : imports)
                    .add(new Import(imported.node().path().text(), imported.kind(), parts.at(imported.node())));
        }
        imports.addAll(optionImports);
        return imports;
    }

    private List<Message> messages() {
        List<Message> messages = new ArrayList<>(file.messages.size());
        for (LinkedMessage message : file.messages) {
            messages.add(messageModel.message(message));
        }
        return messages;
    }

    private List<Field> extensions() {
        List<Field> extensions = new ArrayList<>(file.extensions.size());
        for (LinkedField extension : file.extensions) {
            extensions.add(messageModel.field(extension, file.packageName));
        }
        return extensions;
    }

    private List<Service> services() {
        List<Service> services = new ArrayList<>(file.services.size());
        for (LinkedService service : file.services) {
            services.add(service(service));
        }
        return services;
    }

    List<EnumType> enums(List<LinkedEnum> linked) {
        List<EnumType> enums = new ArrayList<>(linked.size());
        for (LinkedEnum enumType : linked) {
            enums.add(enumType(enumType));
        }
        return enums;
    }

    private EnumType enumType(LinkedEnum linked) {
        int start = Keyword.start(file.node.text(), linked.node.visibility(), linked.node.start());
        Location location = new Location(file.node.text(), start, linked.node.end());
        List<EnumValue> values = new ArrayList<>(linked.values.size());
        for (LinkedEnumValue value : linked.values) {
            values.add(enumValue(value));
        }
        return new EnumType(
                parts.located(linked.node.name()),
                linked.fullName(),
                file.path(),
                file.packageName,
                location,
                ModelParts.comment(linked.node.comments()),
                isClosed(linked),
                values,
                parts.ranges(linked.reservedRanges),
                parts.names(linked.reservedNames),
                features.of(linked.features),
                parts.options(EnumOptions.getDefaultInstance(), linked.options, location));
    }

    private static boolean isClosed(LinkedEnum linked) {
        if (linked.features == null) {
            throw new IllegalStateException("Enum " + linked.fullName() + " has no features in a file that linked.");
        }
        return linked.features.isClosedEnum();
    }

    private EnumValue enumValue(LinkedEnumValue linked) {
        Location location = parts.at(linked.node);
        return new EnumValue(
                parts.located(linked.node.name()),
                linked.number(),
                parts.at(linked.node.number()),
                parts.options(EnumValueOptions.getDefaultInstance(), linked.options, location),
                location,
                ModelParts.comment(linked.node.comments()));
    }

    private Service service(LinkedService linked) {
        Location location = parts.at(linked.node);
        List<Rpc> rpcs = new ArrayList<>(linked.rpcs.size());
        for (LinkedRpc rpc : linked.rpcs) {
            rpcs.add(rpc(rpc, linked.fullName()));
        }
        return new Service(
                parts.located(linked.node.name()),
                linked.fullName(),
                file.path(),
                file.packageName,
                location,
                ModelParts.comment(linked.node.comments()),
                rpcs,
                parts.options(ServiceOptions.getDefaultInstance(), linked.options, location));
    }

    private Rpc rpc(LinkedRpc linked, String parent) {
        Location location = parts.at(linked.node);
        return new Rpc(
                parts.located(linked.node.name()),
                parent,
                type(linked.request, linked.node.request()),
                type(linked.response, linked.node.response()),
                linked.node.requestStream() != null,
                linked.node.responseStream() != null,
                parts.options(MethodOptions.getDefaultInstance(), linked.options, location),
                location,
                ModelParts.comment(linked.node.comments()));
    }

    private Located<String> type(@Nullable LinkedMessage type, Word written) {
        if (type == null) {
            throw new IllegalStateException("Type " + written.text() + " is unresolved in a file that linked.");
        }
        return new Located<>(type.fullName(), parts.at(written));
    }
}
