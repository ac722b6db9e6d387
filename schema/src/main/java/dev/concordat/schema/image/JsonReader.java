package dev.concordat.schema.image;

import com.google.protobuf.ByteString;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import dev.concordat.schema.ContractException;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads messages written as ProtoJSON (protobuf.dev, ProtoJSON Format), extensions included. What a message has no field for is passed over, as buf's
 * images hold more than ours.
 */
final class JsonReader {
    private final ValueInput in;
    private final DescriptorPool pool;
    private final Map<String, Map<String, FieldDescriptor>> fieldsByName = new HashMap<>();

    /** A reader that knows the extensions of a pool. */
    JsonReader(ValueInput in, DescriptorPool pool) {
        this.in = in;
        this.pool = pool;
    }

    /** Reads a message of any type. */
    void merge(Message.Builder message) throws IOException, ContractException {
        if (JsonWellKnown.isWrapper(message.getDescriptorForType())) {
            FieldDescriptor value = message.getDescriptorForType().findFieldByNumber(1);
            message.setField(value, value(message, value));
        } else if (JsonWellKnown.isSpecial(message.getDescriptorForType())) {
            new JsonSpecial(in, this, pool).merge(message);
        } else {
            in.enter('{');
            mergeFields(message);
        }
    }

    /** Reads the rest of an object's entries, and its closing brace. */
    void mergeFields(Message.Builder message) throws IOException, ContractException {
        while (in.hasNext('}')) {
            String name = in.name();
            FieldDescriptor field = field(message, name);
            if (field == null) {
                passOver(message, name);
            } else if (in.peek() == 'n' && !isNullValue(field)) {
                literal("null");
            } else if (field.isMapField()) {
                mergeMap(message, field);
            } else if (field.isRepeated()) {
                in.enter('[');
                while (in.hasNext(']')) {
                    message.addRepeatedField(field, value(message, field));
                }
            } else {
                message.setField(field, value(message, field));
            }
        }
    }

    private void passOver(Message.Builder message, String name) throws IOException, ContractException {
        if (!(message instanceof FileDescriptorProto.Builder file) || !name.equals(BufExtension.JSON_NAME)) {
            in.skip();
            return;
        }
        in.enter('{');
        while (in.hasNext('}')) {
            if (in.name().equals("isImport") && in.peek() == 't') {
                literal("true");
                BufExtension.markImport(file);
            } else {
                in.skip();
            }
        }
    }

    private @Nullable FieldDescriptor field(Message.Builder message, String name) {
        if (name.startsWith("[") && name.endsWith("]")) {
            Optional<FieldDescriptor> extension =
                    pool.extension(message.getDescriptorForType(), name.substring(1, name.length() - 1));
            return extension.orElse(null);
        }
        return fieldsByName
                .computeIfAbsent(message.getDescriptorForType().getFullName(), type -> {
                    Map<String, FieldDescriptor> fields = new HashMap<>();
                    for (FieldDescriptor field : message.getDescriptorForType().getFields()) {
                        fields.put(field.getName(), field);
                    }
                    for (FieldDescriptor field : message.getDescriptorForType().getFields()) {
                        fields.put(field.getJsonName(), field);
                    }
                    return fields;
                })
                .get(name);
    }

    private void mergeMap(Message.Builder message, FieldDescriptor field) throws IOException, ContractException {
        FieldDescriptor key = field.getMessageType().findFieldByNumber(1);
        FieldDescriptor value = field.getMessageType().findFieldByNumber(2);
        in.enter('{');
        while (in.hasNext('}')) {
            Message.Builder entry = message.newBuilderForField(field);
            entry.setField(key, scalar(key, in.name()));
            entry.setField(value, value(entry, value));
            message.addRepeatedField(field, entry.build());
        }
    }

    private Object value(Message.Builder parent, FieldDescriptor field) throws IOException, ContractException {
        return switch (field.getJavaType()) {
            case MESSAGE -> {
                Message.Builder message = parent.newBuilderForField(field);
                merge(message);
                yield message.build();
            }
            case ENUM -> enumValue(field.getEnumType());
            case STRING, BYTE_STRING -> scalar(field, in.string());
            default -> scalar(field, in.peek() == '"' ? in.string() : in.word());
        };
    }

    private Object enumValue(EnumDescriptor type) throws IOException, ContractException {
        String written = in.peek() == '"' ? in.string() : in.word();
        Object named = written.equals("null") ? type.findValueByNumber(0) : type.findValueByName(written);
        if (named != null) {
            return named;
        }
        try {
            int number = Integer.parseInt(written);
            // A closed enum has no room for a number that it does not name; protobuf-java fails on one.
            Object numbered =
                    type.isClosed() ? type.findValueByNumber(number) : type.findValueByNumberCreatingIfUnknown(number);
            if (numbered != null) {
                return numbered;
            }
        } catch (NumberFormatException e) {
            // Neither a name nor a number.
        }
        throw in.refused("Enum \"%s\" has no value \"%s\".".formatted(type.getFullName(), written));
    }

    private Object scalar(FieldDescriptor field, String written) throws ContractException {
        try {
            return switch (field.getType()) {
                case STRING -> written;
                case BYTES -> ByteString.copyFrom(base64(written));
                case BOOL -> truth(written);
                case FLOAT -> (float) floating(written);
                case DOUBLE -> floating(written);
                case UINT32, FIXED32 -> (int) whole(written, BigInteger.ZERO, 32);
                case UINT64, FIXED64 -> whole(written, BigInteger.ZERO, 64);
                case INT64, SINT64, SFIXED64 -> whole(written, BigInteger.ONE.shiftLeft(63), 64);
                default -> (int) whole(written, BigInteger.ONE.shiftLeft(31), 32);
            };
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw in.refused("\"%s\" is no value of field \"%s\".".formatted(written, field.getFullName()));
        }
    }

    private static byte[] base64(String written) {
        String standard = written.replace('-', '+').replace('_', '/');
        return Base64.getDecoder().decode(standard);
    }

    private static boolean truth(String written) {
        if (written.equals("true") || written.equals("false")) {
            return written.equals("true");
        }
        throw new IllegalArgumentException(written);
    }

    private static double floating(String written) {
        return Double.parseDouble(written);
    }

    /** A whole number, be it written with a fraction of zeros or an exponent. */
    private static long whole(String written, BigInteger negative, int bits) {
        BigDecimal decimal = new BigDecimal(written);
        if (decimal.precision() - (long) decimal.scale() > 20) {
            throw new ArithmeticException(written);
        }
        BigInteger number = decimal.toBigIntegerExact();
        BigInteger limit = BigInteger.ONE.shiftLeft(negative.signum() == 0 ? bits : bits - 1);
        if (number.compareTo(negative.negate()) < 0 || number.compareTo(limit) >= 0) {
            throw new ArithmeticException(written);
        }
        return number.longValue();
    }

    private static boolean isNullValue(FieldDescriptor field) {
        return field.getJavaType() == FieldDescriptor.JavaType.ENUM
                && field.getEnumType().getFullName().equals("google.protobuf.NullValue");
    }

    private void literal(String wanted) throws IOException, ContractException {
        if (!in.word().equals(wanted)) {
            throw in.unexpected("\"" + wanted + "\"");
        }
    }
}
