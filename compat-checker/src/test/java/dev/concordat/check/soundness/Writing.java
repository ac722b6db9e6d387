package dev.concordat.check.soundness;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.OneofDescriptor;
import com.google.protobuf.UnknownFieldSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Writes messages as a program may that was built with a contract: values at the bounds of their types, and at random. */
final class Writing {
    private static final int DEPTH = 3;
    private static final int KEY = 1;
    private static final int VALUE = 2;
    private static final long[] NUMBERS = {
        0,
        1,
        2,
        5,
        -1,
        127,
        128,
        Integer.MAX_VALUE,
        Integer.MIN_VALUE,
        1L << 31,
        (1L << 32) - 1,
        1L << 32,
        (1L << 32) + 5,
        Long.MAX_VALUE,
        Long.MIN_VALUE
    };
    private static final float[] FLOATS = {0, -0.0f, 1.5f, Float.MAX_VALUE, Float.NaN, Float.NEGATIVE_INFINITY};
    private static final double[] DOUBLES = {0, -0.0, 1.5, Double.MAX_VALUE, Double.NaN, Double.NEGATIVE_INFINITY};
    private static final List<ByteString> TEXTS =
            List.of(ByteString.EMPTY, ByteString.copyFromUtf8("abc"), ByteString.copyFromUtf8("\u00e9\ud83d\ude00"));
    private static final ByteString NOT_UTF_8 = ByteString.copyFrom(new byte[] {'a', (byte) 0xff, (byte) 0xc3});

    private final Contract contract;
    private final Random random;

    Writing(Contract contract, Random random) {
        this.contract = contract;
        this.random = random;
    }

    /** A message with some of its fields and extensions, and all that are required. */
    ByteString message(Descriptor message) {
        return message(message, 0).toByteString();
    }

    private UnknownFieldSet message(Descriptor message, int depth) {
        UnknownFieldSet.Builder built = UnknownFieldSet.newBuilder();
        Set<OneofDescriptor> chosen = new HashSet<>();
        List<FieldDescriptor> fields = new ArrayList<>(message.getFields());
        java.util.Collections.shuffle(fields, random);
        fields.addAll(contract.extensionsOf(message));
        for (FieldDescriptor field : fields) {
            OneofDescriptor oneof = field.getRealContainingOneof();
            boolean wanted = field.isRequired() || random.nextInt(depth + 4) < 3;
            boolean possible =
                    depth < DEPTH || field.isRequired() || field.getJavaType() != FieldDescriptor.JavaType.MESSAGE;
            if (wanted && possible && (oneof == null || chosen.add(oneof))) {
                UnknownFieldSet.Field value = field(field, depth);
                if (!value.equals(UnknownFieldSet.Field.getDefaultInstance())) {
                    built.mergeField(field.getNumber(), value);
                }
            }
        }
        return built.build();
    }

    private UnknownFieldSet.Field field(FieldDescriptor field, int depth) {
        UnknownFieldSet.Field.Builder built = UnknownFieldSet.Field.newBuilder();
        if (field.isMapField()) {
            entries(field, depth, built);
            return built.build();
        }
        int occurrences = field.isRepeated() ? random.nextInt(4) : 1;
        for (int at = 0; at < occurrences; at++) {
            value(field, depth, built);
        }
        return field.isPacked() && occurrences > 0 ? packed(built.build()) : built.build();
    }

    /** No two entries have the same key. */
    private void entries(FieldDescriptor field, int depth, UnknownFieldSet.Field.Builder built) {
        Descriptor entry = field.getMessageType();
        Set<UnknownFieldSet.Field> keys = new HashSet<>();
        for (int at = random.nextInt(4); at > 0; at--) {
            UnknownFieldSet.Field key = field(entry.findFieldByNumber(KEY), depth + 1);
            if (keys.add(key)) {
                built.addLengthDelimited(UnknownFieldSet.newBuilder()
                        .mergeField(KEY, key)
                        .mergeField(VALUE, field(entry.findFieldByNumber(VALUE), depth + 1))
                        .build()
                        .toByteString());
            }
        }
    }

    private void value(FieldDescriptor field, int depth, UnknownFieldSet.Field.Builder built) {
        switch (field.getType()) {
            case INT32 -> built.addVarint(extended(number()));
            case INT64, UINT64 -> built.addVarint(number());
            case UINT32 -> built.addVarint(number() & 0xffff_ffffL);
            case SINT32 -> built.addVarint(CodedOutputStream.encodeZigZag32((int) number()) & 0xffff_ffffL);
            case SINT64 -> built.addVarint(CodedOutputStream.encodeZigZag64(number()));
            case BOOL -> built.addVarint(random.nextInt(2));
            case ENUM -> built.addVarint(enumValue(field));
            case FIXED32, SFIXED32 -> built.addFixed32((int) number());
            case FIXED64, SFIXED64 -> built.addFixed64(number());
            case FLOAT -> built.addFixed32(Float.floatToIntBits(FLOATS[random.nextInt(FLOATS.length)]));
            case DOUBLE -> built.addFixed64(Double.doubleToLongBits(DOUBLES[random.nextInt(DOUBLES.length)]));
            case STRING -> built.addLengthDelimited(text(!field.needsUtf8Check()));
            case BYTES -> built.addLengthDelimited(text(true));
            case MESSAGE ->
                built.addLengthDelimited(
                        message(field.getMessageType(), depth + 1).toByteString());
            case GROUP -> built.addGroup(message(field.getMessageType(), depth + 1));
        }
    }

    /** The lower half of a number, as negative numbers of 32 bits are written. */
    private static long extended(long number) {
        return (number << 32) >> 32;
    }

    private long number() {
        return random.nextInt(4) > 0 ? NUMBERS[random.nextInt(NUMBERS.length)] : random.nextLong();
    }

    private ByteString text(boolean any) {
        return any && random.nextInt(4) == 0 ? NOT_UTF_8 : TEXTS.get(random.nextInt(TEXTS.size()));
    }

    /** A number without a name only where enums are open. */
    private int enumValue(FieldDescriptor field) {
        List<EnumValueDescriptor> values = field.getEnumType().getValues();
        boolean unnamed = !field.legacyEnumFieldTreatedAsClosed() && random.nextInt(4) == 0;
        return unnamed
                ? (int) number()
                : values.get(random.nextInt(values.size())).getNumber();
    }

    private static UnknownFieldSet.Field packed(UnknownFieldSet.Field values) {
        ByteString.Output bytes = ByteString.newOutput();
        try {
            CodedOutputStream out = CodedOutputStream.newInstance(bytes);
            for (long value : values.getVarintList()) {
                out.writeUInt64NoTag(value);
            }
            for (int value : values.getFixed32List()) {
                out.writeFixed32NoTag(value);
            }
            for (long value : values.getFixed64List()) {
                out.writeFixed64NoTag(value);
            }
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("Memory cannot be written.", e);
        }
        return UnknownFieldSet.Field.newBuilder()
                .addLengthDelimited(bytes.toByteString())
                .build();
    }
}
