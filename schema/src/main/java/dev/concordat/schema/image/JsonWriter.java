package dev.concordat.schema.image;

import com.google.protobuf.ByteString;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import dev.concordat.schema.ContractException;
import java.io.IOException;
import java.io.Writer;
import java.util.Base64;
import java.util.Map;

/** Writes messages as ProtoJSON (protobuf.dev, ProtoJSON Format) in one line, extensions included, which protobuf-java's own writer leaves out. */
final class JsonWriter {
    private final Writer out;
    private final DescriptorPool pool;

    /** A writer of messages whose types, where they are in an {@code Any}, are in the pool. */
    JsonWriter(Writer out, DescriptorPool pool) {
        this.out = out;
        this.pool = pool;
    }

    /** Writes a message as JSON says it, whatever its type. */
    void write(Message message) throws IOException, ContractException {
        if (!new JsonWellKnown(out, this, pool).write(message)) {
            out.write('{');
            writeFields(message, "");
            out.write('}');
        }
    }

    /** Writes the set fields of a message, after what the object has before them. */
    void writeFields(Message message, String first) throws IOException, ContractException {
        String separator = first;
        for (Map.Entry<FieldDescriptor, Object> entry : message.getAllFields().entrySet()) {
            FieldDescriptor field = entry.getKey();
            out.write(separator);
            separator = ",";
            quote(field.isExtension() ? "[" + field.getFullName() + "]" : field.getJsonName());
            out.write(':');
            if (field.isMapField()) {
                writeMap(message, field);
            } else if (field.isRepeated()) {
                writeList(message, field);
            } else {
                writeValue(field, entry.getValue());
            }
        }
        if (message instanceof FileDescriptorProto file && BufExtension.isImport(file)) {
            out.write(separator + "\"" + BufExtension.JSON_NAME + "\":{\"isImport\":true}");
        }
    }

    private void writeList(Message message, FieldDescriptor field) throws IOException, ContractException {
        out.write('[');
        for (int at = 0; at < message.getRepeatedFieldCount(field); at++) {
            out.write(at == 0 ? "" : ",");
            writeValue(field, message.getRepeatedField(field, at));
        }
        out.write(']');
    }

    private void writeMap(Message message, FieldDescriptor field) throws IOException, ContractException {
        FieldDescriptor key = field.getMessageType().findFieldByNumber(1);
        FieldDescriptor value = field.getMessageType().findFieldByNumber(2);
        out.write('{');
        for (int at = 0; at < message.getRepeatedFieldCount(field); at++) {
            Message entry = (Message) message.getRepeatedField(field, at);
            out.write(at == 0 ? "" : ",");
            quote(entry.getField(key).toString());
            out.write(':');
            writeValue(value, entry.getField(value));
        }
        out.write('}');
    }

    /** Writes one value of a field, an element of a repeated one. */
    void writeValue(FieldDescriptor field, Object value) throws IOException, ContractException {
        switch (field.getType()) {
            case UINT32, FIXED32 -> out.write(Integer.toUnsignedString((Integer) value));
            case INT64, SINT64, SFIXED64 -> quote(value.toString());
            case UINT64, FIXED64 -> quote(Long.toUnsignedString((Long) value));
            case FLOAT, DOUBLE -> number(((Number) value).doubleValue(), value.toString());
            case STRING -> quote((String) value);
            case BYTES -> quote(Base64.getEncoder().encodeToString(((ByteString) value).toByteArray()));
            case ENUM -> writeEnum((EnumValueDescriptor) value);
            case MESSAGE, GROUP -> write((Message) value);
            default -> out.write(value.toString());
        }
    }

    /** An enum value by its name, or by its number when it is not declared; the null value is null. */
    private void writeEnum(EnumValueDescriptor value) throws IOException {
        if (value.getType().getFullName().equals("google.protobuf.NullValue")) {
            out.write("null");
        } else if (value.getIndex() < 0) {
            out.write(Integer.toString(value.getNumber()));
        } else {
            quote(value.getName());
        }
    }

    /** A floating point number; JSON itself has no word for what is none. */
    void number(double value, String text) throws IOException {
        if (Double.isFinite(value)) {
            out.write(value == Math.rint(value) && Math.abs(value) < 1e15 ? Long.toString((long) value) : text);
        } else {
            quote(text);
        }
    }

    /** A string (RFC 8259 section 7). */
    void quote(String text) throws IOException {
        out.write('"');
        int written = 0;
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            if (character < ' ' || character == '"' || character == '\\') {
                out.write(text, written, at - written);
                written = at + 1;
                out.write(escape(character));
            }
        }
        out.write(text, written, text.length() - written);
        out.write('"');
    }

    private static String escape(char character) {
        return switch (character) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> "\\u%04x".formatted((int) character);
        };
    }
}
