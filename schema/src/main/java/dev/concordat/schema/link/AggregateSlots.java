package dev.concordat.schema.link;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The fields of one message that an aggregate has set so far; written in the order of their numbers. */
final class AggregateSlots {
    private final LinkedMessage type;
    private final Map<Integer, Slot> slots = new TreeMap<>();
    private @Nullable Map<LinkedOneof, LinkedField> oneofs;

    AggregateSlots(LinkedMessage type) {
        this.type = type;
    }

    /** Where the values of a field go. */
    Slot slot(LinkedField field) {
        return slots.computeIfAbsent(field.number, number -> new Slot(field));
    }

    /** Whether a field is set. */
    boolean isSet(LinkedField field) {
        Slot slot = slots.get(field.number);
        return slot != null && slot.set;
    }

    /** The field that keeps this one from being set: itself when it is not repeated, or another one of its oneof. */
    @Nullable
    LinkedField conflict(LinkedField field) {
        if (!field.isRepeated() && isSet(field)) {
            return field;
        }
        LinkedOneof oneof = field.oneof;
        if (oneof == null || oneof.isSynthetic()) {
            return null;
        }
        if (oneofs == null) {
            oneofs = new HashMap<>();
        }
        LinkedField other = oneofs.putIfAbsent(oneof, field);
        return other == field ? null : other;
    }

    /** Writes the fields that are set. */
    void write(WireBuffer target) {
        if (type.isMapEntry()) {
            writeEntry(target);
            return;
        }
        for (Slot slot : slots.values()) {
            slot.write(target);
        }
    }

    /** A map entry always has both its fields (protobuf.dev, Encoding: maps). */
    private void writeEntry(WireBuffer target) {
        for (LinkedField field : type.fields) {
            Slot slot = slots.get(field.number);
            if (slot != null && slot.set) {
                slot.write(target);
            } else {
                writeDefault(field, target);
            }
        }
    }

    private static void writeDefault(LinkedField field, WireBuffer target) {
        int wireType = wireType(field);
        target.tag(field.number, wireType);
        switch (wireType) {
            case WireBuffer.FIXED32 -> target.fixed32(0);
            case WireBuffer.FIXED64 -> target.fixed64(0);
            case WireBuffer.VARINT -> target.varint(firstNumber(field));
            case WireBuffer.START_GROUP -> target.tag(field.number, WireBuffer.END_GROUP);
            default -> target.varint(0);
        }
    }

    private static int firstNumber(LinkedField field) {
        return field.type instanceof LinkedEnum enumType && !enumType.values.isEmpty()
                ? enumType.values.get(0).number()
                : 0;
    }

    /** How the values of a field are written. */
    static int wireType(LinkedField field) {
        if (field.kind == null) {
            return field.type instanceof LinkedEnum ? WireBuffer.VARINT : WireBuffer.LENGTH_DELIMITED;
        }
        return switch (field.kind) {
            case DOUBLE, FIXED64, SFIXED64 -> WireBuffer.FIXED64;
            case FLOAT, FIXED32, SFIXED32 -> WireBuffer.FIXED32;
            case STRING, BYTES, MESSAGE -> WireBuffer.LENGTH_DELIMITED;
            case GROUP -> WireBuffer.START_GROUP;
            default -> WireBuffer.VARINT;
        };
    }

    /** The values of one field. */
    static final class Slot {
        private final LinkedField field;
        private final WireBuffer bytes = new WireBuffer();
        private boolean set;

        private Slot(LinkedField field) {
            this.field = field;
        }

        /** Adds a value that is no message; one of a field that is not repeated takes the place of the last. */
        void addScalar(WireBuffer value) {
            if (!field.isRepeated()) {
                bytes.clear();
            }
            set = field.isRepeated() || !OptionFields.isImplicit(field) || !value.isZero();
            if (!OptionFields.isPacked(field)) {
                bytes.tag(field.number, wireType(field));
            }
            bytes.append(value);
        }

        /** Adds a message. */
        void addMessage(WireBuffer value) {
            set = true;
            bytes.message(field.number, OptionFields.isGroup(field), value);
        }

        /** Adds a message as an item of a message set (descriptor.proto, {@code message_set_wire_format}). */
        void addItem(WireBuffer value) {
            set = true;
            bytes.tag(1, WireBuffer.START_GROUP);
            bytes.tag(2, WireBuffer.VARINT);
            bytes.varint(field.number);
            bytes.tag(3, WireBuffer.LENGTH_DELIMITED);
            bytes.delimited(value);
            bytes.tag(1, WireBuffer.END_GROUP);
        }

        private void write(WireBuffer target) {
            if (!set) {
                return;
            }
            if (OptionFields.isPacked(field)) {
                target.tag(field.number, WireBuffer.LENGTH_DELIMITED);
                target.delimited(bytes);
            } else {
                target.append(bytes);
            }
        }
    }
}
