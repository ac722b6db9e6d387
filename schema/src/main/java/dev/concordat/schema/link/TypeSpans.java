package dev.concordat.schema.link;

import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import dev.concordat.schema.parse.Comments;
import dev.concordat.schema.parse.ExtendNode;
import dev.concordat.schema.parse.FieldNode;
import dev.concordat.schema.parse.MessageNode;
import dev.concordat.schema.parse.Word;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Records where the messages and extensions stand that are declared directly in a file or a message, with all that is in them. */
final class TypeSpans {
    private final SpanRecorder spans;
    private final int messageField;
    private final List<LinkedMessage> messages;
    private final int extensionField;
    private final List<LinkedField> extensions;
    private int nextMessage;
    private int nextExtension;

    /**
     * The declarations of one file or message.
     *
     * @param messageField the field of its descriptor that holds its messages
     * @param extensionField the field of its descriptor that holds its extensions
     */
    TypeSpans(
            SpanRecorder spans,
            int messageField,
            List<LinkedMessage> messages,
            int extensionField,
            List<LinkedField> extensions) {
        this.spans = spans;
        this.messageField = messageField;
        this.messages = messages;
        this.extensionField = extensionField;
        this.extensions = extensions;
    }

    /** Records the next message. */
    void message(MessageNode node) {
        spans.enter(messageField, nextMessage);
        int start = Keyword.start(spans.text(), node.visibility(), node.start());
        spans.here(start, node.end(), node.comments());
        spans.at(DescriptorProto.NAME_FIELD_NUMBER, node.name());
        new MessageSpans(spans, messages.get(nextMessage++)).write(node);
        spans.leave(2);
    }

    /** Records the next extensions. */
    void extend(ExtendNode node) {
        spans.enter(extensionField);
        spans.here(node.start(), node.end(), node.comments());
        spans.leave(1);
        for (FieldNode field : node.fields()) {
            LinkedField extension = extensions.get(nextExtension);
            field(field, extension, extensionField, nextExtension++, node.extendee());
        }
    }

    /**
     * Records a field or an extension, with the message that it declares when it is a group.
     *
     * @param field the field of the descriptor around it that holds it
     * @param index its index in that field
     */
    void field(FieldNode node, LinkedField linked, int field, int index, @Nullable Word extendee) {
        spans.enter(field, index);
        spans.here(node.start(), node.end(), node.group() == null ? node.comments() : Comments.none());
        if (extendee != null) {
            spans.at(FieldDescriptorProto.EXTENDEE_FIELD_NUMBER, extendee);
        }
        if (node.label() != null) {
            spans.at(FieldDescriptorProto.LABEL_FIELD_NUMBER, node.label());
        }
        boolean named = linked.typeName != null || linked.isMap();
        spans.at(
                named ? FieldDescriptorProto.TYPE_NAME_FIELD_NUMBER : FieldDescriptorProto.TYPE_FIELD_NUMBER,
                node.typeStart(),
                node.typeEnd());
        spans.at(FieldDescriptorProto.NAME_FIELD_NUMBER, node.name());
        spans.at(FieldDescriptorProto.NUMBER_FIELD_NUMBER, node.number());
        if (node.options() != null) {
            new OptionSpans(spans, FieldDescriptorProto.OPTIONS_FIELD_NUMBER, linked.options)
                    .fieldBrackets(
                            node.options(),
                            FieldDescriptorProto.DEFAULT_VALUE_FIELD_NUMBER,
                            FieldDescriptorProto.JSON_NAME_FIELD_NUMBER);
        }
        spans.leave(2);
        if (node.group() != null) {
            group(node.group(), field, index);
        } else if (linked.isMap()) {
            nextMessage++;
        }
    }

    private void group(MessageNode node, int field, int index) {
        spans.enter(messageField, nextMessage);
        spans.here(node.start(), node.end(), node.comments());
        spans.at(DescriptorProto.NAME_FIELD_NUMBER, node.name());
        spans.leave(2);
        spans.enter(field, index);
        spans.at(FieldDescriptorProto.TYPE_NAME_FIELD_NUMBER, node.name());
        spans.leave(2);
        spans.enter(messageField, nextMessage);
        new MessageSpans(spans, messages.get(nextMessage++)).write(node);
        spans.leave(2);
    }
}
