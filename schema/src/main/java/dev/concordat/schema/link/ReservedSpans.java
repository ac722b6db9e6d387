package dev.concordat.schema.link;

import com.google.protobuf.DescriptorProtos.DescriptorProto.ReservedRange;
import dev.concordat.schema.parse.NumberNode;
import dev.concordat.schema.parse.RangeNode;
import dev.concordat.schema.parse.ReservedNode;
import dev.concordat.schema.parse.Word;

/** Records where the reserved numbers and names of a message or an enum stand. */
final class ReservedSpans {
    private final SpanRecorder spans;
    private final int rangeField;
    private final int nameField;
    private int ranges;
    private int names;

    /**
     * The reserved numbers and names of one declaration.
     *
     * @param rangeField the field of its descriptor that holds the numbers
     * @param nameField the field of its descriptor that holds the names
     */
    ReservedSpans(SpanRecorder spans, int rangeField, int nameField) {
        this.spans = spans;
        this.rangeField = rangeField;
        this.nameField = nameField;
    }

    /** Records the next statement. */
    void write(ReservedNode node) {
        spans.enter(node.names().isEmpty() ? rangeField : nameField);
        spans.here(node.start(), node.end(), node.comments());
        for (Word name : node.names()) {
            spans.at(names++, name);
        }
        for (RangeNode range : node.ranges()) {
            range(spans, range, ranges++);
        }
        spans.leave(1);
    }

    /** Records a range; a single number is both its start and its end. */
    static void range(SpanRecorder spans, RangeNode range, int index) {
        spans.enter(index);
        spans.here(range.start(), range.end());
        spans.at(ReservedRange.START_FIELD_NUMBER, range.first());
        spans.at(ReservedRange.END_FIELD_NUMBER, last(range));
        spans.leave(1);
    }

    /** Of a single number that is negative, protoc takes the sign for the end. */
    private static NumberNode last(RangeNode range) {
        NumberNode first = range.first();
        if (range.last() != null) {
            return range.last();
        }
        return first.value() < 0 ? new NumberNode(first.value(), first.start(), first.start() + 1) : first;
    }
}
