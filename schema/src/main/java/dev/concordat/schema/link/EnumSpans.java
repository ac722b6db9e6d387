package dev.concordat.schema.link;

import com.google.protobuf.DescriptorProtos.EnumDescriptorProto;
import com.google.protobuf.DescriptorProtos.EnumValueDescriptorProto;
import dev.concordat.schema.parse.EnumNode;
import dev.concordat.schema.parse.EnumValueNode;
import dev.concordat.schema.parse.OptionNode;
import dev.concordat.schema.parse.ReservedNode;
import dev.concordat.schema.parse.Statement;

/** Records where an enum and its statements stand. */
final class EnumSpans {
    private final SpanRecorder spans;
    private final LinkedEnum enumType;
    private final OptionSpans options;
    private final ReservedSpans reserved;
    private int values;

    EnumSpans(SpanRecorder spans, LinkedEnum enumType) {
        this.spans = spans;
        this.enumType = enumType;
        this.options = new OptionSpans(spans, EnumDescriptorProto.OPTIONS_FIELD_NUMBER, enumType.options);
        this.reserved = new ReservedSpans(
                spans, EnumDescriptorProto.RESERVED_RANGE_FIELD_NUMBER, EnumDescriptorProto.RESERVED_NAME_FIELD_NUMBER);
    }

    void write(EnumNode node) {
        spans.here(Keyword.start(spans.text(), node.visibility(), node.start()), node.end(), node.comments());
        spans.at(EnumDescriptorProto.NAME_FIELD_NUMBER, node.name());
        for (Statement statement : node.statements()) {
            if (statement instanceof EnumValueNode value) {
                value(value);
            } else if (statement instanceof OptionNode option) {
                options.statement(option);
            } else if (statement instanceof ReservedNode names) {
                reserved.write(names);
            }
        }
    }

    private void value(EnumValueNode node) {
        spans.enter(EnumDescriptorProto.VALUE_FIELD_NUMBER, values);
        spans.here(node.start(), node.end(), node.comments());
        spans.at(EnumValueDescriptorProto.NAME_FIELD_NUMBER, node.name());
        spans.at(EnumValueDescriptorProto.NUMBER_FIELD_NUMBER, node.number());
        if (node.options() != null) {
            new OptionSpans(spans, EnumValueDescriptorProto.OPTIONS_FIELD_NUMBER, enumType.values.get(values).options)
                    .brackets(node.options());
        }
        spans.leave(2);
        values++;
    }
}
