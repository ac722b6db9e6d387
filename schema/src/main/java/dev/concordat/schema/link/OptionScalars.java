package dev.concordat.schema.link;

import dev.concordat.schema.parse.ValueNode;
import dev.concordat.schema.parse.ValueNode.FloatLiteral;
import dev.concordat.schema.parse.ValueNode.Identifier;
import dev.concordat.schema.parse.ValueNode.IntegerLiteral;
import org.jspecify.annotations.Nullable;

/** The values of options outside aggregates. */
final class OptionScalars extends ScalarEncoder {

    @Override
    @Nullable
    Double toDouble(ValueNode value) {
        if (value instanceof FloatLiteral number) {
            return number.value();
        }
        if (value instanceof IntegerLiteral integer) {
            long magnitude = integer.magnitude();
            // A negative integer of 64 bits has no negative zero; a larger one is a floating-point number already.
            return !integer.negative()
                    ? unsigned(magnitude)
                    : fits(magnitude) ? (double) -magnitude : -unsigned(magnitude);
        }
        if (value instanceof Identifier word) {
            return switch (word.text()) {
                case "inf" -> word.negative() ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
                case "nan" -> Double.NaN;
                default -> null;
            };
        }
        return null;
    }

    /** An integer is rounded once, so that it becomes the nearest number of single precision. */
    @Override
    @Nullable
    Float toFloat(ValueNode value) {
        if (value instanceof IntegerLiteral integer) {
            long magnitude = integer.magnitude();
            if (integer.negative()) {
                return fits(magnitude) ? (float) -magnitude : (float) -unsigned(magnitude);
            }
            return magnitude >= 0 ? (float) magnitude : (float) ((magnitude >>> 1) | (magnitude & 1)) * 2;
        }
        Double number = toDouble(value);
        return number == null ? null : number.floatValue();
    }

    @Override
    @Nullable
    Boolean toBoolean(ValueNode value) {
        if (value instanceof Identifier word && !word.negative()) {
            return word.text().equals("true") ? Boolean.TRUE : word.text().equals("false") ? Boolean.FALSE : null;
        }
        return null;
    }

    @Override
    String booleans() {
        return "true or false";
    }

    @Override
    @Nullable
    Integer toEnum(LinkedEnum type, ValueNode value) {
        LinkedEnumValue found = enumValue(type, value);
        return found == null ? null : found.number();
    }

    private static boolean fits(long negated) {
        return negated >= 0 || negated == Long.MIN_VALUE;
    }

    /** The number that 64 bits without a sign stand for. */
    static double unsigned(long magnitude) {
        return magnitude >= 0 ? (double) magnitude : (double) ((magnitude >>> 1) | (magnitude & 1)) * 2;
    }
}
