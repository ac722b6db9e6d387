package dev.concordat.schema.link;

import dev.concordat.schema.parse.ValueNode;
import dev.concordat.schema.parse.ValueNode.FloatLiteral;
import dev.concordat.schema.parse.ValueNode.Identifier;
import dev.concordat.schema.parse.ValueNode.IntegerLiteral;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The values of fields inside aggregates (protobuf.dev, Text Format Language Specification). */
final class TextScalars extends ScalarEncoder {
    /** Halfway between the largest number of single precision and the next one that there would be. */
    private static final double FLOAT_LIMIT = 0x1.ffffffp127;

    private final LinkedFile file;

    TextScalars(LinkedFile file) {
        this.file = file;
    }

    @Override
    @Nullable
    Double toDouble(ValueNode value) {
        if (value instanceof FloatLiteral number) {
            return number.integer() && !isDecimal(value) ? null : number.value();
        }
        if (value instanceof IntegerLiteral integer) {
            double number = OptionScalars.unsigned(integer.magnitude());
            return isDecimal(value) ? (integer.negative() ? -number : number) : null;
        }
        if (value instanceof Identifier word) {
            return switch (word.text().toLowerCase(Locale.ROOT)) {
                case "inf", "infinity" -> word.negative() ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
                case "nan" ->
                    Double.longBitsToDouble(word.negative() ? 0xFFF8_0000_0000_0000L : 0x7FF8_0000_0000_0000L);
                default -> null;
            };
        }
        return null;
    }

    @Override
    @Nullable
    Float toFloat(ValueNode value) {
        Double number = toDouble(value);
        if (number == null) {
            return null;
        }
        if (number.isNaN()) {
            return Float.intBitsToFloat(Double.doubleToRawLongBits(number) < 0 ? 0xFFC0_0000 : 0x7FC0_0000);
        }
        return Math.abs(number) == FLOAT_LIMIT
                ? Math.copySign(Float.MAX_VALUE, number.floatValue())
                : number.floatValue();
    }

    @Override
    @Nullable
    Boolean toBoolean(ValueNode value) {
        if (value instanceof IntegerLiteral integer) {
            boolean fits = !integer.negative() && integer.magnitude() >= 0 && integer.magnitude() <= 1;
            return fits ? Boolean.valueOf(integer.magnitude() == 1) : null;
        }
        if (value instanceof Identifier word && !word.negative()) {
            return switch (word.text()) {
                case "true", "True", "t" -> Boolean.TRUE;
                case "false", "False", "f" -> Boolean.FALSE;
                default -> null;
            };
        }
        return null;
    }

    @Override
    String booleans() {
        return "true or false, or 1 or 0";
    }

    @Override
    @Nullable
    Integer toEnum(LinkedEnum type, ValueNode value) {
        if (value instanceof IntegerLiteral integer) {
            long max = integer.negative() ? 1L << 31 : Integer.MAX_VALUE;
            if (Long.compareUnsigned(integer.magnitude(), max) > 0) {
                return null;
            }
            int number = (int) (integer.negative() ? -integer.magnitude() : integer.magnitude());
            return !OptionFields.isClosed(type) || hasNumber(type, number) ? number : null;
        }
        LinkedEnumValue found = enumValue(type, value);
        return found == null ? null : found.number();
    }

    /** The text format takes no hexadecimal and octal numbers for floating-point fields. */
    private boolean isDecimal(ValueNode value) {
        byte[] bytes = file.node.text().bytes();
        int at = value.start();
        while (at < value.end() && (bytes[at] < '0' || bytes[at] > '9')) {
            at++;
        }
        if (at + 1 >= value.end() || bytes[at] != '0') {
            return true;
        }
        byte second = bytes[at + 1];
        return second != 'x' && second != 'X' && (second < '0' || second > '9');
    }
}
