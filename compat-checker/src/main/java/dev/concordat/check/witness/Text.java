package dev.concordat.check.witness;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import dev.concordat.check.Quotation;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes bytes and what is read of them as short as a person would. */
final class Text {
    static final String REFUSED = "refused";
    static final String ACCEPTED = "accepted";
    static final String NOT_READ = "not read";
    static final String NOT_SET = "not set";

    private static final HexFormat OCTETS = HexFormat.ofDelimiter(" ");
    private static final int UNKNOWN_ENUM_VALUE = -1;

    private Text() {}

    /** Bytes in hexadecimal. */
    static String of(ByteString bytes) {
        return bytes.isEmpty() ? "an empty message" : OCTETS.formatHex(bytes.toByteArray());
    }

    /** What is read of a field. */
    static String of(FieldDescriptor field, Message message) {
        if (field.isMapField()) {
            return Values.entries(field, message).values().stream()
                    .map(Text::entry)
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (field.isRepeated()) {
            List<String> values = new ArrayList<>();
            for (int at = 0; at < message.getRepeatedFieldCount(field); at++) {
                values.add(value(field, message.getRepeatedField(field, at)));
            }
            return "[" + String.join(", ", values) + "]";
        }
        return field.hasPresence() && !message.hasField(field) ? NOT_SET : ofValue(field, message);
    }

    /** What a program gets that asks for a field that is not set; of an enum value also the number, which may be all that differs. */
    static String ofDefault(FieldDescriptor field, Message message) {
        String value = ofValue(field, message);
        return message.getField(field) instanceof EnumValueDescriptor named
                ? "%s (%s)".formatted(value, named.getNumber())
                : value;
    }

    private static String ofValue(FieldDescriptor field, Message message) {
        return value(field, message.getField(field));
    }

    /** All that is set. */
    static String of(Message message) {
        return of(message.getAllFields().keySet(), message);
    }

    /** Those of some fields that are set. */
    static String of(Iterable<FieldDescriptor> fields, Message message) {
        List<String> set = new ArrayList<>();
        for (FieldDescriptor field : fields) {
            if (Values.isSet(field, message)) {
                set.add(field.getName() + ": " + of(field, message));
            }
        }
        return "{" + String.join(", ", set) + "}";
    }

    private static String entry(Message entry) {
        Map<String, String> parts = entry.getDescriptorForType().getFields().stream()
                .collect(Collectors.toMap(FieldDescriptor::getName, field -> ofValue(field, entry)));
        return parts.get("key") + ": " + parts.get("value");
    }

    private static String value(FieldDescriptor field, Object value) {
        if (value instanceof Integer number) {
            return Values.isUnsigned(field) ? Integer.toUnsignedString(number) : number.toString();
        }
        if (value instanceof Long number) {
            return Values.isUnsigned(field) ? Long.toUnsignedString(number) : number.toString();
        }
        if (value instanceof String text) {
            return "\"" + Quotation.inside(text) + "\"";
        }
        if (value instanceof ByteString bytes) {
            return bytes.isEmpty() ? "no bytes" : "bytes " + of(bytes);
        }
        if (value instanceof EnumValueDescriptor named) {
            return named.getIndex() == UNKNOWN_ENUM_VALUE ? Integer.toString(named.getNumber()) : named.getName();
        }
        return value instanceof Message message ? of(message) : value.toString();
    }
}
