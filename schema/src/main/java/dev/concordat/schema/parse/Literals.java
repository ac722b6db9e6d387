package dev.concordat.schema.parse;

import com.google.protobuf.ByteString;
import java.nio.charset.StandardCharsets;

/** What the literals of a contract stand for. The lexer has checked their form. */
final class Literals {
    private Literals() {}

    /** Whether the digits of an integer literal stand for at most 64 bits. */
    static boolean fits(byte[] bytes, int start, int end) {
        int base = base(bytes, start, end);
        long value = 0;
        for (int at = firstDigit(start, base); at < end; at++) {
            if (Long.compareUnsigned(value, Long.divideUnsigned(-1L, base)) > 0) {
                return false;
            }
            long next = value * base + digit(bytes[at]);
            if (Long.compareUnsigned(next, value * base) < 0) {
                return false;
            }
            value = next;
        }
        return true;
    }

    /** The unsigned value of an integer literal: decimal, octal or hexadecimal. */
    static long integer(byte[] bytes, int start, int end) {
        int base = base(bytes, start, end);
        long value = 0;
        for (int at = firstDigit(start, base); at < end; at++) {
            value = value * base + digit(bytes[at]);
        }
        return value;
    }

    /** Whether an integer literal is decimal. */
    static boolean isDecimal(byte[] bytes, int start, int end) {
        return base(bytes, start, end) == 10;
    }

    /** The value of a literal with decimal digits, point and exponent. */
    static double floating(byte[] bytes, int start, int end) {
        String text = new String(bytes, start, end - start, StandardCharsets.ISO_8859_1);
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            // The lexer has complained of an exponent without digits.
            return 0;
        }
    }

    /** Appends the bytes of a string literal, given with its quotes, escapes resolved. */
    static void string(byte[] bytes, int start, int end, ByteString.Output into) {
        int last = end - start >= 2 && bytes[end - 1] == bytes[start] ? end - 1 : end;
        int plain = start + 1;
        for (int at = plain; at < last; ) {
            if (bytes[at] != '\\') {
                at++;
                continue;
            }
            into.write(bytes, plain, at - plain);
            at = escape(bytes, at + 1, last, into);
            plain = at;
        }
        into.write(bytes, plain, last - plain);
    }

    private static int escape(byte[] bytes, int at, int end, ByteString.Output into) {
        if (at >= end) {
            return end;
        }
        int kind = bytes[at] & 0xFF;
        if (CharacterClass.isOctalDigit(kind)) {
            return number(bytes, at, Math.min(end, at + 3), 8, into);
        }
        return switch (kind) {
            case 'x', 'X' -> number(bytes, at + 1, Math.min(end, at + 3), 16, into);
            case 'u' -> codePoint(bytes, at + 1, at + 5, end, into);
            case 'U' -> codePoint(bytes, at + 1, at + 9, end, into);
            default -> {
                into.write(single(kind));
                yield at + 1;
            }
        };
    }

    private static int number(byte[] bytes, int from, int end, int base, ByteString.Output into) {
        int value = 0;
        int at = from;
        while (at < end
                && (base == 8
                        ? CharacterClass.isOctalDigit(bytes[at] & 0xFF)
                        : CharacterClass.isHexDigit(bytes[at] & 0xFF))) {
            value = value * base + digit(bytes[at]);
            at++;
        }
        into.write(value);
        return at;
    }

    private static int codePoint(byte[] bytes, int from, int to, int end, ByteString.Output into) {
        if (to > end) {
            return end;
        }
        int value = hex(bytes, from, to);
        int after = to;
        boolean pair = Character.isSurrogate((char) value) && value < 0xDC00 && to - from == 4;
        if (pair && to + 6 <= end && bytes[to] == '\\' && bytes[to + 1] == 'u') {
            int low = hex(bytes, to + 2, to + 6);
            if (low >= 0xDC00 && low < 0xE000) {
                value = Character.toCodePoint((char) value, (char) low);
                after = to + 6;
            }
        }
        utf8(value, into);
        return after;
    }

    private static int hex(byte[] bytes, int from, int to) {
        int value = 0;
        for (int at = from; at < to; at++) {
            value = value * 16 + Math.max(0, Character.digit(bytes[at], 16));
        }
        return value;
    }

    private static void utf8(int codePoint, ByteString.Output into) {
        if (codePoint < 0x80) {
            into.write(codePoint);
        } else if (codePoint < 0x800) {
            into.write(0xC0 | (codePoint >> 6));
            into.write(0x80 | (codePoint & 0x3F));
        } else if (codePoint < 0x10000) {
            into.write(0xE0 | (codePoint >> 12));
            into.write(0x80 | ((codePoint >> 6) & 0x3F));
            into.write(0x80 | (codePoint & 0x3F));
        } else {
            into.write(0xF0 | (codePoint >> 18));
            into.write(0x80 | ((codePoint >> 12) & 0x3F));
            into.write(0x80 | ((codePoint >> 6) & 0x3F));
            into.write(0x80 | (codePoint & 0x3F));
        }
    }

    private static int single(int kind) {
        return switch (kind) {
            case 'a' -> 7;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'v' -> 11;
            default -> kind;
        };
    }

    private static int base(byte[] bytes, int start, int end) {
        if (end - start < 2 || bytes[start] != '0') {
            return 10;
        }
        return (bytes[start + 1] | 0x20) == 'x' ? 16 : 8;
    }

    private static int firstDigit(int start, int base) {
        return base == 16 ? start + 2 : start;
    }

    private static int digit(byte character) {
        return character <= '9' ? character - '0' : (character | 0x20) - 'a' + 10;
    }
}
