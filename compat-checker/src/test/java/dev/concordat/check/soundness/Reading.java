package dev.concordat.check.soundness;

import com.google.protobuf.ByteString;
import com.google.protobuf.DescriptorProtos.DescriptorProto.ReservedRange;
import com.google.protobuf.DescriptorProtos.EnumDescriptorProto.EnumReservedRange;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor.JavaType;
import com.google.protobuf.ExtensionRegistry;
import com.google.protobuf.Message;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Compares what one version wrote with what the other reads of it. The promise is about what both know: not about fields and enum values that only the
 * newer version has, nor, at the levels that say so, about those that were given up by reserving their numbers.
 *
 * @param level what promises that nothing changes
 * @param forward whether the newer version reads
 * @param extensions the extensions that the reader knows
 */
record Reading(Level level, boolean forward, ExtensionRegistry extensions) {
    private static final int KEY = 1;
    private static final int VALUE = 2;

    /** What the reader reads otherwise, empty when it reads all as it was written. */
    String difference(Message written, Message read) {
        List<FieldDescriptor> fields =
                new ArrayList<>(written.getDescriptorForType().getFields());
        written.getAllFields().keySet().stream()
                .filter(FieldDescriptor::isExtension)
                .forEach(fields::add);
        for (FieldDescriptor field : fields) {
            FieldDescriptor match = match(field, read.getDescriptorForType());
            String difference = match == null
                    ? (isSet(field, written) && !mayBeMissing(field, read.getDescriptorForType()) ? "not read" : "")
                    : difference(field, written, match, read);
            if (!difference.isEmpty()) {
                return field.getName() + ": " + difference;
            }
        }
        return missing(written, read);
    }

    /** A field that the reader requires and the writer did not; where the writer gave it a value that is given up, it may miss it. */
    private static String missing(Message written, Message read) {
        for (FieldDescriptor field : read.getDescriptorForType().getFields()) {
            if (field.isRequired() && !read.hasField(field)) {
                FieldDescriptor match = written.getDescriptorForType().findFieldByNumber(field.getNumber());
                if (match == null || !isSet(match, written)) {
                    return "refused, without " + field.getName();
                }
            }
        }
        return "";
    }

    private @Nullable FieldDescriptor match(FieldDescriptor field, Descriptor reader) {
        FieldDescriptor match = reader.findFieldByNumber(field.getNumber());
        if (match != null) {
            return match;
        }
        ExtensionRegistry.ExtensionInfo extension =
                extensions.findImmutableExtensionByNumber(reader, field.getNumber());
        return extension == null ? null : extension.descriptor;
    }

    private boolean mayBeMissing(FieldDescriptor field, Descriptor reader) {
        if (!forward) {
            return true;
        }
        return level.reservingGivesUp()
                && (field.isExtension() || reserves(reader.toProto().getReservedRangeList(), field.getNumber()));
    }

    private static boolean reserves(List<ReservedRange> ranges, int number) {
        return ranges.stream().anyMatch(range -> range.getStart() <= number && number < range.getEnd());
    }

    private static boolean isSet(FieldDescriptor field, Message message) {
        return field.isRepeated() ? message.getRepeatedFieldCount(field) > 0 : message.hasField(field);
    }

    private String difference(FieldDescriptor field, Message written, FieldDescriptor match, Message read) {
        if (field.isRepeated() || match.isRepeated()) {
            return field.isRepeated() == match.isRepeated()
                    ? differenceOfLists(field, written, match, read)
                    : isSet(field, written) || isSet(match, read) ? "one or many" : "";
        }
        boolean set = isSet(field, written);
        if (set && isGivenUp(field, written.getField(field), match)) {
            return "";
        }
        if (field.hasPresence() && match.hasPresence() && set != isSet(match, read)) {
            return set ? "not set" : "set";
        }
        if (set && field.hasPresence() && !match.hasPresence() && forward && !isSet(match, read)) {
            return "set to zero, not told from not set";
        }
        boolean isMessage = field.getJavaType() == JavaType.MESSAGE;
        return isMessage && !set ? "" : differenceOfValues(field, written.getField(field), match, read.getField(match));
    }

    private String differenceOfLists(FieldDescriptor field, Message written, FieldDescriptor match, Message read) {
        if (field.isMapField() || match.isMapField()) {
            return differenceOfMaps(field, written, match, read);
        }
        List<Object> had = list(field, written);
        had.removeIf(value -> isGivenUp(field, value, match));
        List<Object> has = list(match, read);
        if (had.size() != has.size()) {
            return had.size() + " values, " + has.size() + " read";
        }
        for (int at = 0; at < had.size(); at++) {
            String difference = differenceOfValues(field, had.get(at), match, has.get(at));
            if (!difference.isEmpty()) {
                return difference;
            }
        }
        return "";
    }

    private static List<Object> list(FieldDescriptor field, Message message) {
        List<Object> list = new ArrayList<>();
        for (int at = 0; at < message.getRepeatedFieldCount(field); at++) {
            list.add(message.getRepeatedField(field, at));
        }
        return list;
    }

    private String differenceOfMaps(FieldDescriptor field, Message written, FieldDescriptor match, Message read) {
        if (!hasEntries(field) || !hasEntries(match)) {
            return isSet(field, written) ? "a map and none" : "";
        }
        if (field.isMapField() != match.isMapField() && isSet(field, written)) {
            // The order of a list and entries with the same key are more than a map tells; compared by the list's
            // length.
            List<Object> list = list(field.isMapField() ? match : field, field.isMapField() ? read : written);
            int entries = entries(field.isMapField() ? field : match, field.isMapField() ? written : read)
                    .size();
            return list.size() == entries ? "" : "entries with the same key";
        }
        Map<Object, Message> had = entries(field, written);
        Map<Object, Message> has = entries(match, read);
        had.values()
                .removeIf(entry -> isGivenUp(
                        value(entry),
                        entry.getField(value(entry)),
                        match.getMessageType().findFieldByNumber(VALUE)));
        for (Map.Entry<Object, Message> entry : had.entrySet()) {
            Message found = has.get(entry.getKey());
            String difference = found == null
                    ? "no key " + entry.getKey()
                    : differenceOfValues(
                            value(entry.getValue()),
                            entry.getValue().getField(value(entry.getValue())),
                            value(found),
                            found.getField(value(found)));
            if (!difference.isEmpty()) {
                return difference;
            }
        }
        return "";
    }

    private static boolean hasEntries(FieldDescriptor field) {
        return field.getJavaType() == JavaType.MESSAGE
                && field.getMessageType().findFieldByNumber(KEY) != null
                && field.getMessageType().findFieldByNumber(VALUE) != null;
    }

    private static FieldDescriptor value(Message entry) {
        return entry.getDescriptorForType().findFieldByNumber(VALUE);
    }

    private static Map<Object, Message> entries(FieldDescriptor field, Message message) {
        Map<Object, Message> entries = new LinkedHashMap<>();
        for (Object entry : list(field, message)) {
            FieldDescriptor key = ((Message) entry).getDescriptorForType().findFieldByNumber(KEY);
            entries.put(plain(key, ((Message) entry).getField(key)), (Message) entry);
        }
        return entries;
    }

    /** Whether it is an enum value that only the newer version names, or one that was given up. */
    private boolean isGivenUp(FieldDescriptor field, Object value, FieldDescriptor match) {
        if (!(value instanceof EnumValueDescriptor named) || match.getJavaType() != JavaType.ENUM) {
            return false;
        }
        EnumDescriptor reader = match.getEnumType();
        int number = named.getNumber();
        if (!reader.isClosed() || reader.findValueByNumber(number) != null) {
            return false;
        }
        boolean declared = field.getEnumType().findValueByNumber(number) != null;
        return forward
                ? level.reservingGivesUp()
                        && reader.toProto().getReservedRangeList().stream().anyMatch(range -> holds(range, number))
                : declared;
    }

    private static boolean holds(EnumReservedRange range, int number) {
        return range.getStart() <= number && number <= range.getEnd();
    }

    private String differenceOfValues(FieldDescriptor field, Object had, FieldDescriptor match, Object has) {
        if (had instanceof Message written && has instanceof Message read) {
            return difference(written, read);
        }
        Object before = plain(field, had);
        Object after = plain(match, has);
        return before.equals(after) ? "" : before + " is read as " + after;
    }

    private static Object plain(FieldDescriptor field, Object value) {
        boolean unsigned = switch (field.getType()) {
            case UINT32, UINT64, FIXED32, FIXED64 -> true;
            default -> false;
        };
        if (value instanceof Integer number) {
            return BigInteger.valueOf(unsigned ? Integer.toUnsignedLong(number) : number);
        }
        if (value instanceof Long number) {
            return unsigned ? new BigInteger(Long.toUnsignedString(number)) : BigInteger.valueOf(number);
        }
        if (value instanceof Boolean truth) {
            return truth ? BigInteger.ONE : BigInteger.ZERO;
        }
        if (value instanceof EnumValueDescriptor named) {
            return BigInteger.valueOf(named.getNumber());
        }
        return value instanceof String text ? ByteString.copyFromUtf8(text) : value;
    }
}
