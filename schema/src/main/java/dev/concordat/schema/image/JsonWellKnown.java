package dev.concordat.schema.image;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import dev.concordat.schema.ContractException;
import dev.concordat.schema.Failure;
import java.io.IOException;
import java.io.Writer;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes the well-known types that ProtoJSON has forms of their own for. */
final class JsonWellKnown {
    private static final String PACKAGE = "google.protobuf.";

    private final Writer out;
    private final JsonWriter messages;
    private final DescriptorPool pool;

    JsonWellKnown(Writer out, JsonWriter messages, DescriptorPool pool) {
        this.out = out;
        this.messages = messages;
        this.pool = pool;
    }

    /** Whether the message is of such a type, and then is written. */
    boolean write(Message message) throws IOException, ContractException {
        String type = message.getDescriptorForType().getFullName();
        if (!type.startsWith(PACKAGE)) {
            return false;
        }
        switch (type.substring(PACKAGE.length())) {
            case "Any" -> writeAny(message);
            case "Duration" -> messages.quote(duration(message));
            case "Timestamp" -> messages.quote(timestamp(message));
            case "FieldMask" -> messages.quote(fieldMask(message));
            case "Struct", "ListValue", "Value" -> throw unwritable(type, "no form in an option of a JSON image");
            case "BoolValue", "BytesValue", "DoubleValue", "FloatValue", "Int32Value", "Int64Value" ->
                writeWrapped(message);
            case "StringValue", "UInt32Value", "UInt64Value" -> writeWrapped(message);
            default -> {
                return false;
            }
        }
        return true;
    }

    /** Whether ProtoJSON has a form of its own for this type. */
    static boolean isSpecial(Descriptor type) {
        return type.getFullName().startsWith(PACKAGE)
                && List.of("Any", "Duration", "Timestamp", "FieldMask", "Struct", "ListValue", "Value")
                        .contains(type.getName());
    }

    /** Whether ProtoJSON writes a message of this type as its only field. */
    static boolean isWrapper(Descriptor type) {
        return type.getFile().getName().equals("google/protobuf/wrappers.proto");
    }

    private void writeWrapped(Message message) throws IOException, ContractException {
        FieldDescriptor value = message.getDescriptorForType().findFieldByNumber(1);
        messages.writeValue(value, message.getField(value));
    }

    private void writeAny(Message any) throws IOException, ContractException {
        String url = (String) field(any, 1);
        Descriptor type = pool.message(url.substring(url.lastIndexOf('/') + 1))
                .orElseThrow(() -> unwritable(url, "a type that the image does not hold"));
        out.write("{\"@type\":");
        messages.quote(url);
        Message held = held(type, (ByteString) field(any, 2));
        if (isSpecial(type) || isWrapper(type)) {
            out.write(",\"value\":");
            messages.write(held);
        } else {
            messages.writeFields(held, ",");
        }
        out.write('}');
    }

    private Message held(Descriptor type, ByteString bytes) throws ContractException {
        try {
            return DynamicMessage.parseFrom(type, bytes, pool.customOptions());
        } catch (InvalidProtocolBufferException e) {
            throw unwritable(type.getFullName(), "damaged: " + e.getMessage());
        }
    }

    private static String duration(Message message) throws ContractException {
        long seconds = (Long) field(message, 1);
        int nanos = (Integer) field(message, 2);
        boolean mixed = (seconds > 0 && nanos < 0) || (seconds < 0 && nanos > 0);
        if (mixed || Math.abs(nanos) > 999_999_999) {
            throw unwritable("google.protobuf.Duration", "no duration");
        }
        String sign = seconds < 0 || nanos < 0 ? "-" : "";
        return sign + Long.toUnsignedString(Math.abs(seconds)) + fraction(Math.abs(nanos)) + "s";
    }

    private static String timestamp(Message message) throws ContractException {
        long seconds = (Long) field(message, 1);
        int nanos = (Integer) field(message, 2);
        try {
            String whole = Instant.ofEpochSecond(seconds).toString();
            if (nanos < 0 || nanos > 999_999_999 || whole.length() != "2000-01-01T00:00:00Z".length()) {
                throw unwritable("google.protobuf.Timestamp", "no time of the years 1 to 9999");
            }
            return whole.substring(0, whole.length() - 1) + fraction(nanos) + "Z";
        } catch (DateTimeException e) {
            throw unwritable("google.protobuf.Timestamp", "no time of the years 1 to 9999");
        }
    }

    /** Nothing, or three, six or nine digits. */
    private static String fraction(int nanos) {
        if (nanos == 0) {
            return "";
        }
        String digits = Integer.toString(1_000_000_000 + nanos).substring(1);
        return "."
                + (nanos % 1_000_000 == 0
                        ? digits.substring(0, 3)
                        : nanos % 1000 == 0 ? digits.substring(0, 6) : digits);
    }

    private static String fieldMask(Message message) {
        List<String> paths = new ArrayList<>();
        FieldDescriptor field = message.getDescriptorForType().findFieldByNumber(1);
        for (int at = 0; at < message.getRepeatedFieldCount(field); at++) {
            paths.add(lowerCamel((String) message.getRepeatedField(field, at)));
        }
        return String.join(",", paths);
    }

    private static String lowerCamel(String path) {
        StringBuilder text = new StringBuilder();
        for (int at = 0; at < path.length(); at++) {
            boolean joined = path.charAt(at) == '_' && at + 1 < path.length();
            text.append(joined ? path.substring(++at, at + 1).toUpperCase(Locale.ROOT) : path.substring(at, at + 1));
        }
        return text.toString();
    }

    private static Object field(Message message, int number) {
        return message.getField(message.getDescriptorForType().findFieldByNumber(number));
    }

    private static ContractException unwritable(String what, String why) {
        return ContractException.of(
                Failure.NO_ANSWER,
                "A custom option holds \"%s\", which is %s.".formatted(what, why),
                "Write the image as .binpb or .txtpb.");
    }
}
