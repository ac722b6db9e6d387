package dev.concordat.schema.oracle;

import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import com.google.protobuf.UnknownFieldSet;
import java.util.List;
import java.util.TreeSet;

/** Compares protoc's descriptor of a file with ours, custom options as the bytes they are. */
final class DescriptorComparison {
    private static final int LONGEST_VALUE = 160;

    private final Figures figures;
    private final Differences differences;

    DescriptorComparison(Figures figures, Differences differences) {
        this.figures = figures;
        this.differences = differences;
    }

    /** Compares two descriptors of one file in everything, source info included. */
    void compare(FileDescriptorProto expected, FileDescriptorProto actual) {
        figures.addFile(expected);
        new SourceInfoComparison(differences, expected.getName())
                .compare(
                        expected.getSourceCodeInfo().getLocationList(),
                        actual.getSourceCodeInfo().getLocationList());
        if (expected.toByteString().equals(actual.toByteString())) {
            figures.add("identical", 1);
        }
        FileDescriptorProto plain = expected.toBuilder().clearSourceCodeInfo().build();
        FileDescriptorProto ours = actual.toBuilder().clearSourceCodeInfo().build();
        if (!plain.equals(ours)) {
            compare("file", expected.getName(), plain, ours);
        }
    }

    private void compare(String kind, String where, Message expected, Message actual) {
        for (FieldDescriptor field : expected.getDescriptorForType().getFields()) {
            String fieldKind = kind + "." + field.getName();
            if (field.isRepeated()) {
                compareAll(fieldKind, where, (List<?>) expected.getField(field), (List<?>) actual.getField(field));
            } else if (expected.hasField(field) != actual.hasField(field)) {
                report(fieldKind, where, shown(expected, field), shown(actual, field));
            } else {
                compareOne(fieldKind, where, expected.getField(field), actual.getField(field));
            }
        }
        compareUnknown(kind, where, expected.getUnknownFields(), actual.getUnknownFields());
    }

    private void compareAll(String kind, String where, List<?> expected, List<?> actual) {
        if (expected.size() != actual.size()) {
            report(kind + " count", where, expected.size() + ": " + expected, actual.size() + ": " + actual);
            return;
        }
        for (int index = 0; index < expected.size(); index++) {
            compareOne(kind, where, expected.get(index), actual.get(index));
        }
    }

    private void compareOne(String kind, String where, Object expected, Object actual) {
        if (expected.equals(actual)) {
            return;
        }
        if (expected instanceof Message message && actual instanceof Message other) {
            compare(kind, where + name(message), message, other);
        } else {
            report(kind, where, expected.toString(), actual.toString());
        }
    }

    private static String name(Message message) {
        FieldDescriptor name = message.getDescriptorForType().findFieldByName("name");
        return name == null || name.isRepeated() ? "" : " > " + message.getField(name);
    }

    private void compareUnknown(String kind, String where, UnknownFieldSet expected, UnknownFieldSet actual) {
        TreeSet<Integer> numbers = new TreeSet<>(expected.asMap().keySet());
        numbers.addAll(actual.asMap().keySet());
        for (int number : numbers) {
            UnknownFieldSet.Field ours = actual.getField(number);
            if (!expected.getField(number).equals(ours)) {
                report(kind + " custom", where, shown(expected, number), shown(actual, number));
            }
        }
    }

    private static String shown(UnknownFieldSet fields, int number) {
        return fields.hasField(number)
                ? UnknownFieldSet.newBuilder()
                        .addField(number, fields.getField(number))
                        .build()
                        .toString()
                        .replaceAll("\\s+", " ")
                : "absent";
    }

    private static String shown(Message message, FieldDescriptor field) {
        return message.hasField(field) ? String.valueOf(message.getField(field)) : "absent";
    }

    private void report(String kind, String where, String expected, String actual) {
        differences.add(kind, where + ": protoc " + cut(expected) + ", ours " + cut(actual));
    }

    private static String cut(String value) {
        String line = value.replaceAll("\\s+", " ");
        return line.length() <= LONGEST_VALUE ? line : line.substring(0, LONGEST_VALUE) + "...";
    }
}
