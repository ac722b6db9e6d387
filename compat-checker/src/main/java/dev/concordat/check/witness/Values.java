package dev.concordat.check.witness;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor.JavaType;
import com.google.protobuf.Message;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Whether two versions read the same: numbers that are equal, the same octets, the same fields by number; whatever the types and names are. */
final class Values {

    private Values() {}

    /** Whether all fields of two messages have the same values, those included that only one of them knows. */
    static boolean areSame(Message before, Message after) {
        TreeSet<Integer> numbers = new TreeSet<>();
        for (Message message : List.of(before, after)) {
            message.getDescriptorForType().getFields().forEach(field -> numbers.add(field.getNumber()));
            message.getAllFields().keySet().forEach(field -> numbers.add(field.getNumber()));
        }
        for (int number : numbers) {
            if (!areSame(field(before, number), before, field(after, number), after)) {
                return false;
            }
        }
        return true;
    }

    /** The field of this number, or the extension that is set; null when there is none. */
    private static @Nullable FieldDescriptor field(Message message, int number) {
        FieldDescriptor field = message.getDescriptorForType().findFieldByNumber(number);
        if (field != null) {
            return field;
        }
        return message.getAllFields().keySet().stream()
                .filter(set -> set.getNumber() == number)
                .findFirst()
                .orElse(null);
    }

    /** Whether a field has the same value in two messages; a field that is not known is not set. */
    static boolean areSame(
            @Nullable FieldDescriptor fieldBefore,
            Message before,
            @Nullable FieldDescriptor fieldAfter,
            Message after) {
        if (fieldBefore == null || fieldAfter == null) {
            return (fieldBefore == null || !isSet(fieldBefore, before))
                    && (fieldAfter == null || !isSet(fieldAfter, after));
        }
        if (fieldBefore.isRepeated() || fieldAfter.isRepeated()) {
            return areSameLists(fieldBefore, before, fieldAfter, after);
        }
        boolean isSetBefore = isSet(fieldBefore, before);
        boolean isSetAfter = isSet(fieldAfter, after);
        if (isSetBefore != isSetAfter && fieldBefore.hasPresence() && fieldAfter.hasPresence()) {
            return false;
        }
        boolean isMessage = fieldBefore.getJavaType() == JavaType.MESSAGE;
        if (isMessage || fieldAfter.getJavaType() == JavaType.MESSAGE) {
            return isMessage == (fieldAfter.getJavaType() == JavaType.MESSAGE)
                    ? !isSetBefore
                            || areSame((Message) before.getField(fieldBefore), (Message) after.getField(fieldAfter))
                    : !isSetBefore && !isSetAfter;
        }
        return plain(fieldBefore, before.getField(fieldBefore)).equals(plain(fieldAfter, after.getField(fieldAfter)));
    }

    /** Whether a field is there; one without presence is when it is not zero. */
    static boolean isSet(FieldDescriptor field, Message message) {
        return field.isRepeated() ? message.getRepeatedFieldCount(field) > 0 : message.hasField(field);
    }

    private static boolean areSameLists(
            FieldDescriptor fieldBefore, Message before, FieldDescriptor fieldAfter, Message after) {
        if (fieldBefore.isMapField() != fieldAfter.isMapField()) {
            // The order of a map means nothing; each key stands once.
            return hasEachKeyOnce(fieldBefore, before)
                    && hasEachKeyOnce(fieldAfter, after)
                    && areSameMaps(entries(fieldBefore, before), entries(fieldAfter, after));
        }
        if (fieldBefore.isMapField()) {
            return areSameMaps(entries(fieldBefore, before), entries(fieldAfter, after));
        }
        List<Object> listBefore = list(fieldBefore, before);
        List<Object> listAfter = list(fieldAfter, after);
        if (listBefore.size() != listAfter.size()) {
            return false;
        }
        for (int at = 0; at < listBefore.size(); at++) {
            if (!areSameValues(fieldBefore, listBefore.get(at), fieldAfter, listAfter.get(at))) {
                return false;
            }
        }
        return true;
    }

    private static List<Object> list(FieldDescriptor field, Message message) {
        List<Object> list = new ArrayList<>();
        if (!field.isRepeated()) {
            if (isSet(field, message)) {
                list.add(message.getField(field));
            }
            return list;
        }
        for (int at = 0; at < message.getRepeatedFieldCount(field); at++) {
            list.add(message.getRepeatedField(field, at));
        }
        return list;
    }

    private static boolean areSameValues(
            FieldDescriptor fieldBefore, Object before, FieldDescriptor fieldAfter, Object after) {
        if (before instanceof Message messageBefore && after instanceof Message messageAfter) {
            return areSame(messageBefore, messageAfter);
        }
        return !(before instanceof Message)
                && !(after instanceof Message)
                && plain(fieldBefore, before).equals(plain(fieldAfter, after));
    }

    /** Whether the occurrences of a field make entries of a map, none of which takes another's place. */
    private static boolean hasEachKeyOnce(FieldDescriptor field, Message message) {
        return field.isMapField()
                || (field.getJavaType() == JavaType.MESSAGE
                        && field.getMessageType().findFieldByNumber(Samples.KEY) != null
                        && field.getMessageType().findFieldByNumber(Samples.VALUE) != null
                        && entries(field, message).size()
                                == list(field, message).size());
    }

    /** The last entry of each key, as maps are read. */
    static Map<Object, Message> entries(FieldDescriptor field, Message message) {
        Map<Object, Message> entries = new LinkedHashMap<>();
        FieldDescriptor key = field.getMessageType().findFieldByNumber(Samples.KEY);
        for (Object entry : list(field, message)) {
            Message read = (Message) entry;
            if (!field.isMapField() || !hasUnknownEnumValue(read)) {
                entries.put(plain(key, read.getField(key)), read);
            }
        }
        return entries;
    }

    /** Whether an entry has a number that its closed enum does not name. Generated code takes no such entry into the map; here its key would have the first value. */
    private static boolean hasUnknownEnumValue(Message entry) {
        return entry.getDescriptorForType().findFieldByNumber(Samples.VALUE).getJavaType() == JavaType.ENUM
                && !entry.getUnknownFields()
                        .getField(Samples.VALUE)
                        .getVarintList()
                        .isEmpty();
    }

    private static boolean areSameMaps(Map<Object, Message> before, Map<Object, Message> after) {
        if (!before.keySet().equals(after.keySet())) {
            return false;
        }
        for (Map.Entry<Object, Message> entry : before.entrySet()) {
            Message valueBefore = entry.getValue();
            Message valueAfter = after.get(entry.getKey());
            FieldDescriptor fieldBefore = valueBefore.getDescriptorForType().findFieldByNumber(Samples.VALUE);
            FieldDescriptor fieldAfter = valueAfter == null
                    ? null
                    : valueAfter.getDescriptorForType().findFieldByNumber(Samples.VALUE);
            if (valueAfter == null
                    || fieldAfter == null
                    || !areSameValues(
                            fieldBefore,
                            valueBefore.getField(fieldBefore),
                            fieldAfter,
                            valueAfter.getField(fieldAfter))) {
                return false;
            }
        }
        return true;
    }

    /** A value without its type: a number, also for a truth value and for an enum value, or octets. */
    private static Object plain(FieldDescriptor field, Object value) {
        if (value instanceof Integer number) {
            return BigInteger.valueOf(isUnsigned(field) ? Integer.toUnsignedLong(number) : number);
        }
        if (value instanceof Long number) {
            return isUnsigned(field) ? new BigInteger(Long.toUnsignedString(number)) : BigInteger.valueOf(number);
        }
        if (value instanceof Boolean truth) {
            return truth ? BigInteger.ONE : BigInteger.ZERO;
        }
        if (value instanceof EnumValueDescriptor named) {
            return BigInteger.valueOf(named.getNumber());
        }
        return value instanceof String text ? ByteString.copyFromUtf8(text) : value;
    }

    /** Whether a number is never below zero. */
    static boolean isUnsigned(FieldDescriptor field) {
        return switch (field.getType()) {
            case UINT32, UINT64, FIXED32, FIXED64 -> true;
            default -> false;
        };
    }
}
