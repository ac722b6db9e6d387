package dev.concordat.schema.link;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Writes floating-point numbers as descriptor.proto holds them in defaults: as few digits as give the number back, of two choices. */
final class FloatText {
    private static final int SHORT_FLOAT = 6;
    private static final int LONG_FLOAT = 9;
    private static final int SHORT_DOUBLE = 15;
    private static final int LONG_DOUBLE = 17;

    private FloatText() {}

    /** A number of double precision. */
    static String of(double number) {
        String text = general(number, SHORT_DOUBLE);
        return !isFinite(number) || Double.parseDouble(text) == number ? text : general(number, LONG_DOUBLE);
    }

    /** A number of single precision; protoc does not trust C to read the smallest ones back. */
    static String of(float number) {
        String text = general(number, SHORT_FLOAT);
        if (!isFinite(number)) {
            return text;
        }
        boolean tiny = number != 0 && Math.abs(number) < Float.MIN_NORMAL;
        return !tiny && Float.parseFloat(text) == number ? text : general(number, LONG_FLOAT);
    }

    private static boolean isFinite(double number) {
        return !Double.isNaN(number) && !Double.isInfinite(number);
    }

    /** What C's {@code %g} writes with this many significant digits. */
    private static String general(double number, int digits) {
        if (!isFinite(number)) {
            return Double.isNaN(number) ? "nan" : number > 0 ? "inf" : "-inf";
        }
        if (number == 0) {
            return Double.doubleToRawLongBits(number) < 0 ? "-0" : "0";
        }
        BigDecimal rounded = new BigDecimal(number)
                .round(new MathContext(digits, RoundingMode.HALF_EVEN))
                .stripTrailingZeros();
        int exponent = rounded.precision() - rounded.scale() - 1;
        return exponent < -4 || exponent >= digits ? scientific(rounded, exponent) : rounded.toPlainString();
    }

    private static String scientific(BigDecimal number, int exponent) {
        String digits = number.unscaledValue().abs().toString();
        StringBuilder text = new StringBuilder(number.signum() < 0 ? "-" : "").append(digits.charAt(0));
        if (digits.length() > 1) {
            text.append('.').append(digits, 1, digits.length());
        }
        int size = Math.abs(exponent);
        return text.append(exponent < 0 ? "e-" : "e+")
                .append(size < 10 ? "0" : "")
                .append(size)
                .toString();
    }
}
