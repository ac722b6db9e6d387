package dev.concordat.check.report;

import java.util.Collection;
import java.util.HexFormat;

/** A JSON object in the making: names and encoded values, in the order they are put. */
final class Json {
    private final StringBuilder text = new StringBuilder("{");

    static Json object() {
        return new Json();
    }

    /** A list of encoded values. */
    static String array(Collection<String> values) {
        return "[" + String.join(",", values) + "]";
    }

    /** A list of encoded values, one a line. */
    static String lines(Collection<String> values) {
        return values.isEmpty() ? "[]" : "[\n" + String.join(",\n", values) + "\n]";
    }

    /** A JSON string (RFC 8259 section 7) in ASCII; what HTML would read as markup is escaped, as buf does, and what a CI runner would as a command. */
    static String quote(String text) {
        StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            boolean marker = character == '#' && at > 0 && text.charAt(at - 1) == '#';
            if (character == '"' || character == '\\') {
                quoted.append('\\').append(character);
            } else if (marker || character < ' ' || character > '~' || "<>&".indexOf(character) >= 0) {
                quoted.append("\\u").append(HexFormat.of().toHexDigits(character));
            } else {
                quoted.append(character);
            }
        }
        return quoted.append('"').toString();
    }

    Json text(String name, String value) {
        return value(name, quote(value));
    }

    Json number(String name, int value) {
        return value(name, Integer.toString(value));
    }

    /** Puts a value that is encoded already. */
    Json value(String name, String encoded) {
        text.append(text.length() > 1 ? "," : "")
                .append(quote(name))
                .append(':')
                .append(encoded);
        return this;
    }

    Json value(String name, Json object) {
        return value(name, object.toString());
    }

    @Override
    public String toString() {
        return text + "}";
    }
}
