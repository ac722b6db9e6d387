package dev.concordat.check.breaking;

import com.google.protobuf.ByteString;
import com.google.protobuf.TextFormat;
import com.google.protobuf.TextFormat.InvalidEscapeSequenceException;
import dev.concordat.check.Quotation;
import dev.concordat.schema.Cardinality;
import dev.concordat.schema.EnumType;
import dev.concordat.schema.EnumValue;
import dev.concordat.schema.Field;
import dev.concordat.schema.Kind;
import dev.concordat.schema.Located;
import dev.concordat.schema.Schema;
import java.math.BigDecimal;
import java.util.Optional;

/** What a field is read as when it is not set. Values of different types are the same when they are equal: {@code true}, 1 and an enum value 1. */
sealed interface DefaultValue {

    /** The value as a message says it. */
    String written();

    /** Whether it is what a type falls back to: zero, false or nothing. */
    boolean isZero();

    /** A string, or bytes. */
    record Text(String written, ByteString bytes) implements DefaultValue {
        @Override
        public boolean isZero() {
            return bytes.isEmpty();
        }
    }

    /**
     * A number, a truth value or the number of an enum value.
     *
     * @param approximate its nearest double
     * @param single whether it has the precision of a float only
     */
    record Numeric(String written, String digits, double approximate, boolean single) implements DefaultValue {
        @Override
        public boolean isZero() {
            return approximate == 0;
        }

        private boolean equalsNumber(Numeric other) {
            if (single || other.single) {
                return Float.compare((float) approximate, (float) other.approximate) == 0;
            }
            return (Double.isFinite(approximate) && Double.isFinite(other.approximate))
                    ? new BigDecimal(digits).compareTo(new BigDecimal(other.digits)) == 0
                    : Double.compare(approximate, other.approximate) == 0;
        }
    }

    /** The default of a field, empty for one that has none because it is repeated or a message. */
    static Optional<DefaultValue> of(Field field, Schema world) {
        if (field.cardinality().value() == Cardinality.REPEATED) {
            return Optional.empty();
        }
        String written = field.defaultValue().map(Located::value).orElse("");
        Kind kind = field.type().value().kind();
        return switch (kind) {
            case MESSAGE, GROUP -> Optional.empty();
            case STRING -> Optional.of(new Text(quoted(Quotation.inside(written)), ByteString.copyFromUtf8(written)));
            case BYTES -> Optional.of(new Text(quoted(written), unescaped(written)));
            case BOOL -> Optional.of(written.equals("true") ? number("true", "1", false) : number("false", "0", false));
            case ENUM ->
                enumValue(field, written, world)
                        .map(value -> number(
                                "%s (%s)".formatted(value.name().value(), value.number()),
                                Integer.toString(value.number()),
                                false));
            default -> {
                String digits = written.isEmpty() ? "0" : written;
                yield Optional.of(number(digits, digits, kind == Kind.FLOAT));
            }
        };
    }

    /** Whether readers get the same value. */
    default boolean isSameAs(DefaultValue other) {
        if (isZero() && other.isZero()) {
            return true;
        }
        if (this instanceof Text text && other instanceof Text otherText) {
            return text.bytes().equals(otherText.bytes());
        }
        return this instanceof Numeric number
                && other instanceof Numeric otherNumber
                && number.equalsNumber(otherNumber);
    }

    private static String quoted(String text) {
        return "\"" + text + "\"";
    }

    private static Numeric number(String written, String digits, boolean single) {
        double approximate = Double.parseDouble(
                switch (digits) {
                    case "inf" -> "Infinity";
                    case "-inf" -> "-Infinity";
                    case "nan", "-nan" -> "NaN";
                    default -> digits;
                });
        return new Numeric(written, digits, approximate, single);
    }

    /** The value that is named, else the first one. */
    private static Optional<EnumValue> enumValue(Field field, String written, Schema world) {
        Optional<EnumType> enumType = world.enumType(field.type().value().typeName());
        return enumType.flatMap(type -> type.values().stream()
                .filter(value -> written.isEmpty() || value.name().value().equals(written))
                .findFirst());
    }

    private static ByteString unescaped(String text) {
        try {
            return TextFormat.unescapeBytes(text);
        } catch (InvalidEscapeSequenceException e) {
            throw new IllegalStateException("Default \"" + text + "\" is not escaped as descriptor.proto asks.", e);
        }
    }
}
