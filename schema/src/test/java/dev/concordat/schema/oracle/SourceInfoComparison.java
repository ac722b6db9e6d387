package dev.concordat.schema.oracle;

import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.SourceCodeInfo.Location;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compares source info: every path with its span and its comments, in order. */
final class SourceInfoComparison {
    private final Differences differences;
    private final String file;

    SourceInfoComparison(Differences differences, String file) {
        this.differences = differences;
        this.file = file;
    }

    /** Compares protoc's locations with ours. */
    void compare(List<Location> expected, List<Location> actual) {
        if (expected.equals(actual)) {
            return;
        }
        Map<List<Integer>, Deque<Location>> ours = new HashMap<>();
        actual.forEach(location -> ours.computeIfAbsent(location.getPathList(), unseen -> new ArrayDeque<>())
                .add(location));
        boolean samePaths = true;
        for (Location location : expected) {
            Location found = next(ours, location.getPathList());
            if (found == null) {
                report("source info missing", location, "");
                samePaths = false;
            } else {
                compare(location, found);
            }
        }
        for (Deque<Location> left : ours.values()) {
            left.forEach(extra -> report("source info extra", extra, ""));
            samePaths &= left.isEmpty();
        }
        if (samePaths) {
            compareOrder(expected, actual);
        }
    }

    private static @Nullable Location next(Map<List<Integer>, Deque<Location>> ours, List<Integer> path) {
        Deque<Location> found = ours.get(path);
        return found == null ? null : found.poll();
    }

    private void compareOrder(List<Location> expected, List<Location> actual) {
        for (int index = 0; index < expected.size(); index++) {
            if (!expected.get(index).getPathList().equals(actual.get(index).getPathList())) {
                report(
                        "source info order",
                        expected.get(index),
                        ", ours has " + actual.get(index).getPathList());
                return;
            }
        }
    }

    private void compare(Location expected, Location actual) {
        if (!expected.getSpanList().equals(actual.getSpanList())) {
            report("span", expected, ", ours " + actual.getSpanList());
        }
        if (expected.hasLeadingComments() != actual.hasLeadingComments()
                || !expected.getLeadingComments().equals(actual.getLeadingComments())) {
            reportComment("leading", expected, expected.getLeadingComments(), actual.getLeadingComments());
        }
        if (expected.hasTrailingComments() != actual.hasTrailingComments()
                || !expected.getTrailingComments().equals(actual.getTrailingComments())) {
            reportComment("trailing", expected, expected.getTrailingComments(), actual.getTrailingComments());
        }
        if (!expected.getLeadingDetachedCommentsList().equals(actual.getLeadingDetachedCommentsList())) {
            reportComment(
                    "detached",
                    expected,
                    expected.getLeadingDetachedCommentsList().toString(),
                    actual.getLeadingDetachedCommentsList().toString());
        }
    }

    private void reportComment(String which, Location at, String expected, String actual) {
        report(
                which + " comment",
                at,
                ": protoc \"%s\", ours \"%s\"".formatted(expected.replace("\n", "\\n"), actual.replace("\n", "\\n")));
    }

    private void report(String kind, Location at, String more) {
        differences.add(
                kind + " of " + named(at.getPathList()),
                file + " " + at.getPathList() + " at " + at.getSpanList() + more);
    }

    /** A path in words, such as {@code message_type.field.options}. */
    private static String named(List<Integer> path) {
        StringBuilder names = new StringBuilder("file");
        @Nullable Descriptor type = FileDescriptorProto.getDescriptor();
        for (int index = 0; index < path.size() && type != null; index++) {
            FieldDescriptor field = type.findFieldByNumber(path.get(index));
            names.append('.').append(field == null ? "(custom)" : field.getName());
            boolean message = field != null && field.getJavaType() == FieldDescriptor.JavaType.MESSAGE;
            if (field != null && field.isRepeated()) {
                index++;
            }
            type = message ? field.getMessageType() : null;
        }
        return names.toString();
    }
}
