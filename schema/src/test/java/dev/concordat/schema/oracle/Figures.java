package dev.concordat.schema.oracle;

import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.SourceCodeInfo.Location;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import com.google.protobuf.UnknownFieldSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How much was compared. */
final class Figures {
    private final Map<String, Long> counts = new TreeMap<>();

    /** Counts one thing more. */
    synchronized void add(String what, long count) {
        counts.merge(what, count, Long::sum);
    }

    /** How many there were of a thing. */
    synchronized long of(String what) {
        return counts.getOrDefault(what, 0L);
    }

    /** Counts the declarations, the options and the source info of a file. */
    void addFile(FileDescriptorProto file) {
        addAll(file);
        add("spans", file.getSourceCodeInfo().getLocationCount());
        for (Location location : file.getSourceCodeInfo().getLocationList()) {
            int comments = (location.hasLeadingComments() ? 1 : 0) + (location.hasTrailingComments() ? 1 : 0);
            add("comments", comments + location.getLeadingDetachedCommentsCount());
        }
    }

    private void addAll(Message descriptor) {
        String type = descriptor.getDescriptorForType().getName();
        if (type.endsWith("Options")) {
            add("options", options(descriptor));
            return;
        }
        add(type, 1);
        for (Map.Entry<FieldDescriptor, Object> field :
                descriptor.getAllFields().entrySet()) {
            if (field.getKey().getJavaType() == FieldDescriptor.JavaType.MESSAGE
                    && !field.getKey().getName().equals("source_code_info")) {
                each(field.getKey(), field.getValue());
            }
        }
    }

    private void each(FieldDescriptor field, Object value) {
        if (!field.isRepeated()) {
            addAll((Message) value);
            return;
        }
        for (Object element : (List<?>) value) {
            if (element instanceof Message message) {
                addAll(message);
            }
        }
    }

    private static long options(Message options) {
        long count = options.getAllFields().size();
        for (UnknownFieldSet.Field custom : options.getUnknownFields().asMap().values()) {
            count += custom.getLengthDelimitedList().size()
                    + custom.getVarintList().size()
                    + custom.getFixed32List().size()
                    + custom.getFixed64List().size()
                    + custom.getGroupList().size();
        }
        return count;
    }

    /** The figures of a comparison in one line. */
    @Override
    public synchronized String toString() {
        return "%,d files, %,d messages, %,d fields, %,d enums, %,d services, %,d rpcs, %,d options, %,d spans, %,d comments; %,d files equal byte for byte"
                .formatted(
                        of("FileDescriptorProto"),
                        of("DescriptorProto"),
                        of("FieldDescriptorProto"),
                        of("EnumDescriptorProto"),
                        of("ServiceDescriptorProto"),
                        of("MethodDescriptorProto"),
                        of("options"),
                        of("spans"),
                        of("comments"),
                        of("identical"));
    }
}
