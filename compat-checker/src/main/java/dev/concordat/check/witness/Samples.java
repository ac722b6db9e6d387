package dev.concordat.check.witness;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.OneofDescriptor;
import com.google.protobuf.UnknownFieldSet;
import com.google.protobuf.WireFormat;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Values that a field may have, each as it stands on the wire: the plainest first, then those at the bounds of its type. */
final class Samples {
    private static final long PLAIN = 5;
    /** Only its lower half is as plain. */
    private static final long BEYOND_32_BITS = (1L << 32) + PLAIN;

    private static final ByteString TEXT = ByteString.copyFromUtf8("abc");
    private static final ByteString OTHER_TEXT = ByteString.copyFromUtf8("de");
    private static final ByteString NOT_UTF_8 = ByteString.copyFrom(new byte[] {(byte) 0xff});
    private static final int ENUM_VALUES = 8;
    private static final int FIELDS_INSIDE = 16;
    private static final int DEPTH = 2;
    /** The field of a map entry that is the key. */
    static final int KEY = 1;
    /** The field of a map entry that is the value. */
    static final int VALUE = 2;

    private Samples() {}

    /** The values of one occurrence of a field. */
    static List<UnknownFieldSet.Field> of(FieldDescriptor field) {
        return of(field, 0);
    }

    /** The field that has the values of a map, in its entry. */
    static FieldDescriptor valueOf(FieldDescriptor map) {
        return map.getMessageType().findFieldByNumber(VALUE);
    }

    /** What stands on the wire for a zero, or for a text without characters. */
    static UnknownFieldSet.Field zero(FieldDescriptor field) {
        return switch (field.getLiteType().getWireType()) {
            case WireFormat.WIRETYPE_VARINT -> varints(0).get(0);
            case WireFormat.WIRETYPE_FIXED32 -> fixed32(0).get(0);
            case WireFormat.WIRETYPE_FIXED64 -> fixed64(0).get(0);
            default -> delimited(ByteString.EMPTY).get(0);
        };
    }

    /** Another value than the plainest, and as short, if there is one. */
    static UnknownFieldSet.Field other(FieldDescriptor field) {
        return switch (field.getJavaType()) {
            case STRING, BYTE_STRING -> delimited(OTHER_TEXT).get(0);
            case ENUM, MESSAGE -> of(field).get(Math.min(1, of(field).size() - 1));
            default -> zero(field);
        };
    }

    private static List<UnknownFieldSet.Field> of(FieldDescriptor field, int depth) {
        return switch (field.getType()) {
            case INT32 -> varints(PLAIN, -1);
            case INT64 -> varints(PLAIN, -1, BEYOND_32_BITS);
            case UINT32 -> varints(PLAIN, 0xffff_ffffL);
            case UINT64 -> varints(PLAIN, BEYOND_32_BITS, -1);
            case SINT32 -> varints(zigzag(PLAIN), zigzag(-1));
            case SINT64 -> varints(zigzag(PLAIN), zigzag(-1), zigzag(BEYOND_32_BITS));
            case BOOL -> varints(1, 0);
            case ENUM -> enumValues(field.getEnumType());
            case FIXED32, SFIXED32 -> fixed32(5, -1);
            case FLOAT -> fixed32(Float.floatToRawIntBits(1.5f));
            case FIXED64, SFIXED64 -> fixed64(PLAIN, -1);
            case DOUBLE -> fixed64(Double.doubleToRawLongBits(1.5));
            case STRING -> field.needsUtf8Check() ? delimited(TEXT, OTHER_TEXT) : delimited(TEXT, NOT_UTF_8);
            case BYTES -> delimited(TEXT, NOT_UTF_8);
            case MESSAGE ->
                inside(field.getMessageType(), depth).stream()
                        .map(message -> UnknownFieldSet.Field.newBuilder()
                                .addLengthDelimited(message.toByteString())
                                .build())
                        .toList();
            case GROUP ->
                inside(field.getMessageType(), depth).stream()
                        .map(message -> UnknownFieldSet.Field.newBuilder()
                                .addGroup(message)
                                .build())
                        .toList();
        };
    }

    private static boolean isMessage(FieldDescriptor field) {
        return field.getJavaType() == FieldDescriptor.JavaType.MESSAGE;
    }

    /** A message with all that it requires and one of its fields more, then with none more, at last with all of them. */
    private static List<UnknownFieldSet> inside(Descriptor message, int depth) {
        if (message.getOptions().getMapEntry()) {
            return entries(message, depth);
        }
        List<UnknownFieldSet> samples = new ArrayList<>();
        UnknownFieldSet required = required(message, depth);
        UnknownFieldSet.Builder full = UnknownFieldSet.newBuilder();
        Set<OneofDescriptor> taken = new HashSet<>();
        List<FieldDescriptor> fields = new ArrayList<>(depth < DEPTH ? message.getFields() : List.of());
        fields.sort((one, other) -> Boolean.compare(isMessage(one), isMessage(other)));
        for (FieldDescriptor field : fields.subList(0, Math.min(FIELDS_INSIDE, fields.size()))) {
            List<UnknownFieldSet.Field> values = of(field, depth + 1);
            if (field.getRealContainingOneof() == null || taken.add(field.getRealContainingOneof())) {
                full.addField(field.getNumber(), values.get(0));
            }
            values.forEach(value -> samples.add(
                    required.toBuilder().addField(field.getNumber(), value).build()));
        }
        samples.add(required);
        samples.add(required.toBuilder().mergeFrom(full.build()).build());
        return samples;
    }

    /** Entries of a map: the plainest key with each value, the plainest value with each key. */
    private static List<UnknownFieldSet> entries(Descriptor entry, int depth) {
        List<UnknownFieldSet.Field> keys = of(entry.findFieldByNumber(KEY), depth + 1);
        List<UnknownFieldSet.Field> values = of(entry.findFieldByNumber(VALUE), depth + 1);
        List<UnknownFieldSet> samples = new ArrayList<>();
        values.forEach(value -> samples.add(entry(keys.get(0), value)));
        keys.stream().skip(1).forEach(key -> samples.add(entry(key, values.get(0))));
        return samples;
    }

    /** One entry of a map, with the plainest key. */
    static UnknownFieldSet.Field entry(FieldDescriptor map, UnknownFieldSet.Field value) {
        UnknownFieldSet.Field key =
                of(map.getMessageType().findFieldByNumber(KEY)).get(0);
        return UnknownFieldSet.Field.newBuilder()
                .addLengthDelimited(entry(key, value).toByteString())
                .build();
    }

    private static UnknownFieldSet entry(UnknownFieldSet.Field key, UnknownFieldSet.Field value) {
        return UnknownFieldSet.newBuilder()
                .addField(KEY, key)
                .addField(VALUE, value)
                .build();
    }

    /** What a message must have to be one. */
    static UnknownFieldSet required(Descriptor message) {
        return required(message, 0);
    }

    private static UnknownFieldSet required(Descriptor message, int depth) {
        UnknownFieldSet.Builder required = UnknownFieldSet.newBuilder();
        for (FieldDescriptor field : message.getFields()) {
            if (field.isRequired() && depth <= DEPTH) {
                of(field, depth + 1).stream()
                        .findFirst()
                        .ifPresent(value -> required.mergeField(field.getNumber(), value));
            }
        }
        return required.build();
    }

    /** A named value other than zero first; an open enum may also have numbers without a name. */
    private static List<UnknownFieldSet.Field> enumValues(EnumDescriptor enumType) {
        List<UnknownFieldSet.Field> values = new ArrayList<>();
        long unnamed = 1;
        for (EnumValueDescriptor value : enumType.getValues()) {
            unnamed = Math.max(unnamed, value.getNumber() + 1L);
            if (value.getNumber() != 0 && values.size() < ENUM_VALUES) {
                values.addAll(varints(value.getNumber()));
            }
        }
        if (values.isEmpty()) {
            values.addAll(varints(0));
        }
        if (!enumType.isClosed() && unnamed <= Integer.MAX_VALUE) {
            values.addAll(varints(unnamed));
        }
        return values;
    }

    private static List<UnknownFieldSet.Field> varints(long... values) {
        List<UnknownFieldSet.Field> samples = new ArrayList<>();
        for (long value : values) {
            samples.add(UnknownFieldSet.Field.newBuilder().addVarint(value).build());
        }
        return samples;
    }

    private static List<UnknownFieldSet.Field> fixed32(int... values) {
        List<UnknownFieldSet.Field> samples = new ArrayList<>();
        for (int value : values) {
            samples.add(UnknownFieldSet.Field.newBuilder().addFixed32(value).build());
        }
        return samples;
    }

    private static List<UnknownFieldSet.Field> fixed64(long... values) {
        List<UnknownFieldSet.Field> samples = new ArrayList<>();
        for (long value : values) {
            samples.add(UnknownFieldSet.Field.newBuilder().addFixed64(value).build());
        }
        return samples;
    }

    private static List<UnknownFieldSet.Field> delimited(ByteString... values) {
        List<UnknownFieldSet.Field> samples = new ArrayList<>();
        for (ByteString value : values) {
            samples.add(
                    UnknownFieldSet.Field.newBuilder().addLengthDelimited(value).build());
        }
        return samples;
    }

    private static long zigzag(long value) {
        return CodedOutputStream.encodeZigZag64(value);
    }
}
