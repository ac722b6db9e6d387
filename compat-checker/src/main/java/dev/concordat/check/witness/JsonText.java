package dev.concordat.check.witness;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import java.util.List;
import java.util.Optional;

/** Writes JSON texts with one field (protobuf's guide to ProtoJSON). */
final class JsonText {
    private static final String WELL_KNOWN = "google.protobuf.";

    private JsonText() {}

    /** An object with one member. */
    static String object(String name, String value) {
        return "{" + quote(name) + ":" + value + "}";
    }

    /** A name as a JSON string (RFC 8259 section 7). */
    static String quote(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            if (character == '"' || character == '\\') {
                quoted.append('\\').append(character);
            } else if (character < ' ') {
                quoted.append("\\u%04x".formatted((int) character));
            } else {
                quoted.append(character);
            }
        }
        return quoted.append('"').toString();
    }

    /** A value that a field takes; none for a well-known type, whose JSON is its own. */
    static Optional<String> of(FieldDescriptor field) {
        return plain(field.isMapField() ? Samples.valueOf(field) : field).map(value -> inField(field, value));
    }

    /** One value of a field as the field holds it: a repeated field holds a list, a map an object. */
    static String inField(FieldDescriptor field, String value) {
        if (field.isMapField()) {
            return object(key(field.getMessageType().findFieldByNumber(Samples.KEY)), value);
        }
        return field.isRepeated() ? "[" + value + "]" : value;
    }
    /** Whether JSON of a message is not an object with its fields. */
    static boolean hasFormOfItsOwn(Descriptor message) {
        return message.getFullName().startsWith(WELL_KNOWN);
    }

    /** One value, whatever holds it; none for a well-known type. */
    static Optional<String> plain(FieldDescriptor field) {
        return switch (field.getJavaType()) {
            case INT -> Optional.of("5");
            case LONG -> Optional.of("\"5\"");
            case FLOAT, DOUBLE -> Optional.of("1.5");
            case BOOLEAN -> Optional.of("true");
            case STRING -> Optional.of("\"abc\"");
            case BYTE_STRING -> Optional.of("\"YWJj\"");
            case ENUM -> {
                List<EnumValueDescriptor> values = field.getEnumType().getValues();
                yield Optional.of(quote(values.get(values.size() - 1).getName()));
            }
            case MESSAGE -> hasFormOfItsOwn(field.getMessageType()) ? Optional.empty() : Optional.of("{}");
        };
    }

    private static String key(FieldDescriptor key) {
        return switch (key.getJavaType()) {
            case STRING -> "abc";
            case BOOLEAN -> "true";
            default -> "5";
        };
    }
}
