package dev.concordat.schema.link;

import dev.concordat.schema.Kind;
import dev.concordat.schema.parse.ValueNode;
import dev.concordat.schema.parse.ValueNode.IntegerLiteral;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes numbers, words and strings as the values of fields. What is written where differs between options and the text format inside aggregates. */
abstract class ScalarEncoder {
    /** What a value can be instead of what it should be. */
    static final String NOTHING_ELSE = "";

    private final Map<LinkedEnum, Set<Integer>> numbers = new HashMap<>();

    /**
     * Writes a value without a tag; nothing when it does not fit.
     *
     * @return what the field takes, when the value is something else
     */
    @Nullable
    String write(LinkedField field, ValueNode value, WireBuffer target) {
        Kind kind = field.kind;
        if (kind == null) {
            return field.type instanceof LinkedEnum type ? writeEnum(type, value, target) : NOTHING_ELSE;
        }
        return switch (kind) {
            case INT32, SINT32, SFIXED32 -> writeSigned(kind, value, Integer.MAX_VALUE, target);
            case INT64, SINT64, SFIXED64 -> writeSigned(kind, value, Long.MAX_VALUE, target);
            case UINT32, FIXED32 -> writeUnsigned(kind, value, 0xFFFF_FFFFL, target);
            case UINT64, FIXED64 -> writeUnsigned(kind, value, -1, target);
            case FLOAT, DOUBLE -> writeFloat(kind, value, target);
            case BOOL -> writeBool(value, target);
            case STRING, BYTES -> writeString(field, value, target);
            case ENUM -> field.type instanceof LinkedEnum type ? writeEnum(type, value, target) : NOTHING_ELSE;
            case MESSAGE, GROUP -> "an aggregate in braces";
        };
    }

    /** The value as a number of double precision, null when it is none. */
    abstract @Nullable Double toDouble(ValueNode value);

    /** The value as a number of single precision, null when it is none. */
    abstract @Nullable Float toFloat(ValueNode value);

    /** The value as a boolean, null when it is none. */
    abstract @Nullable Boolean toBoolean(ValueNode value);

    /** The words for what {@link #toBoolean} takes. */
    abstract String booleans();

    /** The number of a value of this enum; null when it is none. */
    abstract @Nullable Integer toEnum(LinkedEnum type, ValueNode value);

    /** The value of the enum with this name. */
    static @Nullable LinkedEnumValue enumValue(LinkedEnum type, ValueNode value) {
        return value instanceof ValueNode.Identifier word && !word.negative()
                ? OptionFields.value(type, word.text())
                : null;
    }

    /** Whether this enum has a value of this number. */
    boolean hasNumber(LinkedEnum type, int number) {
        return numbers.computeIfAbsent(type, ScalarEncoder::numbersOf).contains(number);
    }

    private static Set<Integer> numbersOf(LinkedEnum type) {
        Set<Integer> numbers = new HashSet<>();
        for (LinkedEnumValue value : type.values) {
            numbers.add(value.number());
        }
        return numbers;
    }

    private static @Nullable String writeSigned(Kind kind, ValueNode value, long max, WireBuffer target) {
        if (!(value instanceof IntegerLiteral integer)
                || Long.compareUnsigned(integer.magnitude(), integer.negative() ? max + 1 : max) > 0) {
            return "an integer from %s to %s".formatted(-max - 1, max);
        }
        long number = integer.negative() ? -integer.magnitude() : integer.magnitude();
        switch (kind) {
            case SINT32 -> target.varint(((int) number << 1 ^ (int) number >> 31) & 0xFFFF_FFFFL);
            case SINT64 -> target.varint(number << 1 ^ number >> 63);
            case SFIXED32 -> target.fixed32((int) number);
            case SFIXED64 -> target.fixed64(number);
            default -> target.varint(number);
        }
        return null;
    }

    private static @Nullable String writeUnsigned(Kind kind, ValueNode value, long max, WireBuffer target) {
        if (!(value instanceof IntegerLiteral integer)
                || integer.negative()
                || Long.compareUnsigned(integer.magnitude(), max) > 0) {
            return "an integer from 0 to " + Long.toUnsignedString(max);
        }
        switch (kind) {
            case FIXED32 -> target.fixed32((int) integer.magnitude());
            case FIXED64 -> target.fixed64(integer.magnitude());
            default -> target.varint(integer.magnitude());
        }
        return null;
    }

    private @Nullable String writeFloat(Kind kind, ValueNode value, WireBuffer target) {
        if (kind == Kind.FLOAT) {
            Float number = toFloat(value);
            if (number == null) {
                return "a number";
            }
            target.fixed32(Float.floatToRawIntBits(number));
        } else {
            Double number = toDouble(value);
            if (number == null) {
                return "a number";
            }
            target.fixed64(Double.doubleToRawLongBits(number));
        }
        return null;
    }

    private @Nullable String writeBool(ValueNode value, WireBuffer target) {
        Boolean truth = toBoolean(value);
        if (truth == null) {
            return booleans();
        }
        target.varint(truth ? 1 : 0);
        return null;
    }

    /** Where strings are checked to be UTF-8, nobody could read the option back; protoc itself crashes when it tries. */
    private static @Nullable String writeString(LinkedField field, ValueNode value, WireBuffer target) {
        if (!(value instanceof ValueNode.StringLiteral string)) {
            return "a string in quotes";
        }
        if (OptionFields.verifiesUtf8(field) && !string.value().isValidUtf8()) {
            return "text in UTF-8";
        }
        target.delimited(string.value());
        return null;
    }

    private @Nullable String writeEnum(LinkedEnum type, ValueNode value, WireBuffer target) {
        Integer number = toEnum(type, value);
        if (number == null) {
            return "a value of enum \"" + type.fullName() + "\" by its short name";
        }
        target.varint(number);
        return null;
    }
}
