package dev.concordat.schema.link;

import com.google.protobuf.ByteString;
import dev.concordat.schema.Cardinality;
import dev.concordat.schema.Kind;
import dev.concordat.schema.parse.BracketOptions;
import dev.concordat.schema.parse.OptionNode;
import dev.concordat.schema.parse.ValueNode;
import dev.concordat.schema.parse.ValueNode.FloatLiteral;
import dev.concordat.schema.parse.ValueNode.IntegerLiteral;
import org.jspecify.annotations.Nullable;

/** Resolves the defaults of fields and writes them as descriptor.proto does ({@code FieldDescriptorProto.default_value}). */
final class FieldDefaults {
    private final LinkedFile file;
    private final LinkProblems problems;

    FieldDefaults(LinkedFile file, LinkProblems problems) {
        this.file = file;
        this.problems = problems;
    }

    /** Resolves the default that is written between brackets; type and features must be known. */
    void resolve(LinkedField field, BracketOptions options) {
        OptionNode written = null;
        for (OptionNode option : options.options()) {
            if (!option.isNamed("default")) {
                continue;
            }
            if (written != null) {
                report(option.nameStart(), field, "has two defaults.", "Keep one of the two.");
            }
            written = option;
        }
        if (written != null && isAllowed(field, written)) {
            String text = text(field, written.value());
            if (text != null) {
                field.defaultValue = text;
            }
        }
    }

    private boolean isAllowed(LinkedField field, OptionNode written) {
        String reason = null;
        if (field.isRepeated()) {
            reason = "is repeated and has a default.";
        } else if (field.type instanceof LinkedMessage) {
            reason = "is a message and has a default.";
        } else if (file.edition == Edition.PROTO3) {
            reason = "has a default, which proto3 has not.";
        } else if (field.cardinality == Cardinality.IMPLICIT) {
            reason = "has implicit presence and a default.";
        }
        if (reason != null) {
            report(written.nameStart(), field, reason, "Remove the default.");
        }
        return reason == null;
    }

    private @Nullable String text(LinkedField field, ValueNode value) {
        Kind kind = field.kind;
        if (kind == null || kind == Kind.ENUM) {
            return enumValue(field, value);
        }
        return switch (kind) {
            case INT32, SINT32, SFIXED32 -> signed(field, value, Integer.MAX_VALUE);
            case INT64, SINT64, SFIXED64 -> signed(field, value, Long.MAX_VALUE);
            case UINT32, FIXED32 -> unsigned(field, value, 0xFFFF_FFFFL);
            case UINT64, FIXED64 -> unsigned(field, value, -1);
            case FLOAT, DOUBLE -> number(field, value, kind);
            case BOOL -> bool(field, value);
            case STRING, BYTES -> string(field, value, kind);
            case MESSAGE, GROUP, ENUM -> null;
        };
    }

    private @Nullable String signed(LinkedField field, ValueNode value, long max) {
        if (value instanceof IntegerLiteral integer
                && Long.compareUnsigned(integer.magnitude(), integer.negative() ? max + 1 : max) <= 0) {
            return Long.toString(integer.negative() ? -integer.magnitude() : integer.magnitude());
        }
        return refused(field, value, "an integer from %s to %s".formatted(-max - 1, max));
    }

    private @Nullable String unsigned(LinkedField field, ValueNode value, long max) {
        if (value instanceof IntegerLiteral integer
                && !integer.negative()
                && Long.compareUnsigned(integer.magnitude(), max) <= 0) {
            return Long.toUnsignedString(integer.magnitude());
        }
        return refused(field, value, "an integer from 0 to " + Long.toUnsignedString(max));
    }

    private @Nullable String number(LinkedField field, ValueNode value, Kind kind) {
        Double number = number(value);
        if (number == null) {
            return refused(field, value, "a number, inf or nan");
        }
        return kind == Kind.FLOAT ? FloatText.of(number.floatValue()) : FloatText.of(number);
    }

    private static @Nullable Double number(ValueNode value) {
        if (value instanceof FloatLiteral literal) {
            return literal.value();
        }
        if (value instanceof IntegerLiteral integer) {
            double magnitude = OptionScalars.unsigned(integer.magnitude());
            return integer.negative() ? -magnitude : magnitude;
        }
        if (value instanceof ValueNode.Identifier word) {
            return switch (word.text()) {
                case "inf" -> word.negative() ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
                case "nan" -> Double.NaN;
                default -> null;
            };
        }
        return null;
    }

    private @Nullable String bool(LinkedField field, ValueNode value) {
        if (value instanceof ValueNode.Identifier word
                && !word.negative()
                && (word.text().equals("true") || word.text().equals("false"))) {
            return word.text();
        }
        return refused(field, value, "true or false");
    }

    private @Nullable String string(LinkedField field, ValueNode value, Kind kind) {
        if (!(value instanceof ValueNode.StringLiteral string)) {
            return refused(field, value, "a string in quotes");
        }
        if (kind == Kind.BYTES) {
            return escaped(string.value());
        }
        if (!string.value().isValidUtf8()) {
            field.defaultBytes = string.value();
        }
        return string.value().toStringUtf8();
    }

    private @Nullable String enumValue(LinkedField field, ValueNode value) {
        if (!(field.type instanceof LinkedEnum type)) {
            return null;
        }
        LinkedEnumValue found = ScalarEncoder.enumValue(type, value);
        return found == null
                ? refused(field, value, "a value of enum \"" + type.fullName() + "\" by its short name")
                : found.name;
    }

    private @Nullable String refused(LinkedField field, ValueNode value, String wanted) {
        report(
                value.start(),
                field,
                "takes %s as default, not %s.".formatted(wanted, OptionSession.describe(value)),
                "Write a default that fits.");
        return null;
    }

    private void report(int at, LinkedField field, String what, String remedy) {
        problems.add(file, at, "The %s \"%s\" %s".formatted(field.what(), field.name, what), remedy);
    }

    /** Bytes as C would write them in quotes. */
    static String escaped(ByteString bytes) {
        StringBuilder text = new StringBuilder(bytes.size());
        for (int at = 0; at < bytes.size(); at++) {
            int value = bytes.byteAt(at) & 0xFF;
            switch (value) {
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                case '"' -> text.append("\\\"");
                case '\'' -> text.append("\\'");
                case '\\' -> text.append("\\\\");
                default -> {
                    if (value >= ' ' && value < 0x7F) {
                        text.append((char) value);
                    } else {
                        text.append('\\').append((char) ('0' + (value >> 6)));
                        text.append((char) ('0' + (value >> 3 & 7))).append((char) ('0' + (value & 7)));
                    }
                }
            }
        }
        return text.toString();
    }
}
