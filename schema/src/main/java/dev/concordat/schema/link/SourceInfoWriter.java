package dev.concordat.schema.link;

import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.SourceCodeInfo;
import dev.concordat.schema.parse.EnumNode;
import dev.concordat.schema.parse.ExtendNode;
import dev.concordat.schema.parse.FileNode;
import dev.concordat.schema.parse.ImportNode;
import dev.concordat.schema.parse.MessageNode;
import dev.concordat.schema.parse.OptionNode;
import dev.concordat.schema.parse.PackageNode;
import dev.concordat.schema.parse.ServiceNode;
import dev.concordat.schema.parse.Statement;
import dev.concordat.schema.parse.SyntaxNode;

/**
 * Writes where everything in a linked file stands, as protoc does: the same locations in the same order, which is that of the source (descriptor.proto,
 * {@code SourceCodeInfo}).
 */
final class SourceInfoWriter {
    private final LinkedFile file;
    private final SpanRecorder spans;
    private final OptionSpans options;
    private final TypeSpans types;
    private int dependencies;
    private int publicDependencies;
    private int weakDependencies;
    private int optionDependencies;
    private int enums;
    private int services;

    private SourceInfoWriter(LinkedFile file) {
        this.file = file;
        this.spans = new SpanRecorder(file.node.text());
        this.options = new OptionSpans(spans, FileDescriptorProto.OPTIONS_FIELD_NUMBER, file.options);
        this.types = new TypeSpans(
                spans,
                FileDescriptorProto.MESSAGE_TYPE_FIELD_NUMBER,
                file.messages,
                FileDescriptorProto.EXTENSION_FIELD_NUMBER,
                file.extensions);
    }

    /** The locations of a file that linked without problems. */
    static SourceCodeInfo write(LinkedFile file) {
        SourceInfoWriter writer = new SourceInfoWriter(file);
        FileNode node = file.node;
        // Without a token, nothing ends behind the start of the file.
        writer.spans.here(node.start(), node.start() == node.end() ? 0 : node.end());
        for (Statement statement : node.statements()) {
            writer.statement(statement);
        }
        return writer.spans.build();
    }

    private void statement(Statement statement) {
        if (statement instanceof MessageNode message) {
            types.message(message);
        } else if (statement instanceof ExtendNode extend) {
            types.extend(extend);
        } else if (statement instanceof EnumNode enumType) {
            spans.enter(FileDescriptorProto.ENUM_TYPE_FIELD_NUMBER, enums);
            new EnumSpans(spans, file.enums.get(enums++)).write(enumType);
            spans.leave(2);
        } else if (statement instanceof ServiceNode service) {
            spans.enter(FileDescriptorProto.SERVICE_FIELD_NUMBER, services);
            new ServiceSpans(spans, file.services.get(services++)).write(service);
            spans.leave(2);
        } else if (statement instanceof OptionNode option) {
            options.statement(option);
        } else if (statement instanceof ImportNode imported) {
            imported(imported);
        } else if (statement instanceof SyntaxNode || statement instanceof PackageNode) {
            spans.enter(
                    statement instanceof SyntaxNode
                            ? FileDescriptorProto.SYNTAX_FIELD_NUMBER
                            : FileDescriptorProto.PACKAGE_FIELD_NUMBER);
            spans.here(statement.start(), statement.end(), statement.comments());
            spans.leave(1);
        }
    }

    private void imported(ImportNode node) {
        if (node.is("option")) {
            spans.enter(FileDescriptorProto.OPTION_DEPENDENCY_FIELD_NUMBER, optionDependencies++);
        } else {
            spans.enter(FileDescriptorProto.DEPENDENCY_FIELD_NUMBER, dependencies++);
        }
        spans.here(node.start(), node.end(), node.comments());
        spans.leave(2);
        if (node.modifier() != null && node.is("public")) {
            spans.enter(FileDescriptorProto.PUBLIC_DEPENDENCY_FIELD_NUMBER);
            spans.at(publicDependencies++, node.modifier());
            spans.leave(1);
        } else if (node.modifier() != null && node.is("weak")) {
            spans.enter(FileDescriptorProto.WEAK_DEPENDENCY_FIELD_NUMBER);
            spans.at(weakDependencies++, node.modifier());
            spans.leave(1);
        }
    }
}
