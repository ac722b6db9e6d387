package dev.concordat.schema.link;

import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.DescriptorProto.ExtensionRange;
import com.google.protobuf.DescriptorProtos.OneofDescriptorProto;
import dev.concordat.schema.parse.EnumNode;
import dev.concordat.schema.parse.ExtendNode;
import dev.concordat.schema.parse.ExtensionsNode;
import dev.concordat.schema.parse.FieldNode;
import dev.concordat.schema.parse.MessageNode;
import dev.concordat.schema.parse.OneofNode;
import dev.concordat.schema.parse.OptionNode;
import dev.concordat.schema.parse.RangeNode;
import dev.concordat.schema.parse.ReservedNode;
import dev.concordat.schema.parse.Statement;

/** Records where the statements in a message stand. */
final class MessageSpans {
    private final SpanRecorder spans;
    private final LinkedMessage message;
    private final TypeSpans types;
    private final OptionSpans options;
    private final ReservedSpans reserved;
    private int fields;
    private int oneofs;
    private int enums;
    private int extensionRanges;

    MessageSpans(SpanRecorder spans, LinkedMessage message) {
        this.spans = spans;
        this.message = message;
        this.types = new TypeSpans(
                spans,
                DescriptorProto.NESTED_TYPE_FIELD_NUMBER,
                message.messages,
                DescriptorProto.EXTENSION_FIELD_NUMBER,
                message.extensions);
        this.options = new OptionSpans(spans, DescriptorProto.OPTIONS_FIELD_NUMBER, message.options);
        this.reserved = new ReservedSpans(
                spans, DescriptorProto.RESERVED_RANGE_FIELD_NUMBER, DescriptorProto.RESERVED_NAME_FIELD_NUMBER);
    }

    void write(MessageNode node) {
        for (Statement statement : node.statements()) {
            statement(statement);
        }
    }

    private void statement(Statement statement) {
        if (statement instanceof FieldNode field) {
            field(field);
        } else if (statement instanceof OneofNode oneof) {
            oneof(oneof);
        } else if (statement instanceof MessageNode nested) {
            types.message(nested);
        } else if (statement instanceof EnumNode nested) {
            spans.enter(DescriptorProto.ENUM_TYPE_FIELD_NUMBER, enums);
            new EnumSpans(spans, message.enums.get(enums++)).write(nested);
            spans.leave(2);
        } else if (statement instanceof ExtendNode extend) {
            types.extend(extend);
        } else if (statement instanceof OptionNode option) {
            options.statement(option);
        } else if (statement instanceof ReservedNode names) {
            reserved.write(names);
        } else if (statement instanceof ExtensionsNode ranges) {
            extensions(ranges);
        }
    }

    private void field(FieldNode node) {
        types.field(node, message.fields.get(fields), DescriptorProto.FIELD_FIELD_NUMBER, fields++, null);
    }

    /** A oneof's fields belong to the message. */
    private void oneof(OneofNode node) {
        OptionSpans oneofOptions =
                new OptionSpans(spans, OneofDescriptorProto.OPTIONS_FIELD_NUMBER, message.oneofs.get(oneofs).options);
        spans.enter(DescriptorProto.ONEOF_DECL_FIELD_NUMBER, oneofs);
        spans.here(node.start(), node.end(), node.comments());
        spans.at(OneofDescriptorProto.NAME_FIELD_NUMBER, node.name());
        spans.leave(2);
        for (Statement statement : node.statements()) {
            if (statement instanceof FieldNode field) {
                field(field);
            } else if (statement instanceof OptionNode option) {
                spans.enter(DescriptorProto.ONEOF_DECL_FIELD_NUMBER, oneofs);
                oneofOptions.statement(option);
                spans.leave(2);
            }
        }
        oneofs++;
    }

    private void extensions(ExtensionsNode node) {
        spans.enter(DescriptorProto.EXTENSION_RANGE_FIELD_NUMBER);
        spans.here(node.start(), node.end(), node.comments());
        int first = extensionRanges;
        for (RangeNode range : node.ranges()) {
            ReservedSpans.range(spans, range, extensionRanges++);
        }
        for (int at = first; node.options() != null && at < extensionRanges; at++) {
            spans.enter(at);
            new OptionSpans(
                            spans,
                            ExtensionRange.OPTIONS_FIELD_NUMBER,
                            message.extensionRanges.get(at).options())
                    .brackets(node.options());
            spans.leave(1);
        }
        spans.leave(1);
    }
}
