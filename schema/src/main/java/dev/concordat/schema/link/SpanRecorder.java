package dev.concordat.schema.link;

import com.google.protobuf.DescriptorProtos.SourceCodeInfo;
import dev.concordat.schema.ByteColumns;
import dev.concordat.schema.SourceText;
import dev.concordat.schema.parse.Comments;
import dev.concordat.schema.parse.Node;
import java.util.Arrays;

/** Collects the locations of a {@code SourceCodeInfo}. It knows the path of the element that is being written. */
final class SpanRecorder {
    private static final int[] NOTHING_BELOW = new int[0];

    private final SourceCodeInfo.Builder info = SourceCodeInfo.newBuilder();
    private final SourceText text;
    private final ByteColumns columns;
    private int[] path = new int[32];
    private int depth;

    SpanRecorder(SourceText text) {
        this.text = text;
        this.columns = new ByteColumns(text.bytes());
    }

    SourceText text() {
        return text;
    }

    SourceCodeInfo build() {
        return info.build();
    }

    /** Goes down to a field of the element. */
    void enter(int field) {
        if (depth == path.length) {
            path = Arrays.copyOf(path, depth * 2);
        }
        path[depth++] = field;
    }

    /** Goes down to one of the values of a repeated field of the element. */
    void enter(int field, int index) {
        enter(field);
        enter(index);
    }

    /** Goes up again by so many steps. */
    void leave(int steps) {
        depth -= steps;
    }

    /** Records where the element stands. */
    void here(int start, int end) {
        record(start, end, NOTHING_BELOW);
    }

    /** Records where the element stands, and what is said about it. */
    void here(int start, int end, Comments comments) {
        describe(record(start, end, NOTHING_BELOW), comments);
    }

    /** Records where a field of the element stands. */
    void at(int field, Node node) {
        at(field, node.start(), node.end());
    }

    /** Records where a field of the element stands. */
    void at(int field, int start, int end) {
        enter(field);
        record(start, end, NOTHING_BELOW);
        leave(1);
    }

    /** Records where something further below the element stands, and what is said about it. */
    void below(int[] rest, int start, int end, Comments comments) {
        describe(record(start, end, rest), comments);
    }

    private SourceCodeInfo.Location.Builder record(int start, int end, int[] rest) {
        SourceCodeInfo.Location.Builder location = info.addLocationBuilder();
        for (int at = 0; at < depth; at++) {
            location.addPath(path[at]);
        }
        for (int step : rest) {
            location.addPath(step);
        }
        int first = columns.find(start);
        int last = columns.find(end);
        location.addSpan(columns.line(first)).addSpan(columns.column(first, start));
        if (columns.line(first) != columns.line(last)) {
            location.addSpan(columns.line(last));
        }
        return location.addSpan(columns.column(last, end));
    }

    private static void describe(SourceCodeInfo.Location.Builder location, Comments comments) {
        String leading = comments.leading();
        if (!leading.isEmpty()) {
            location.setLeadingComments(leading);
        }
        String trailing = comments.trailing();
        if (!trailing.isEmpty()) {
            location.setTrailingComments(trailing);
        }
        for (String detached : comments.detached()) {
            location.addLeadingDetachedComments(detached);
        }
    }
}
