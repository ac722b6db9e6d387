package dev.concordat.schema.link;

/** The names that protobuf derives from the names of fields. */
final class FieldNames {
    private FieldNames() {}

    /** The name of the message that stands for the entries of a map field: {@code prices_by_id} gives {@code PricesByIdEntry}. */
    static String mapEntry(String field) {
        return joined(field, true).append("Entry").toString();
    }

    /** The name in JSON unless another is written: {@code unit_price} gives {@code unitPrice}. */
    static String json(String field) {
        return field.indexOf('_') < 0 ? field : joined(field, false).toString();
    }

    /** The name of the field that a group declares. */
    static String group(String message) {
        StringBuilder name = new StringBuilder(message);
        for (int at = 0; at < name.length(); at++) {
            char character = name.charAt(at);
            if (character >= 'A' && character <= 'Z') {
                name.setCharAt(at, (char) (character + 'a' - 'A'));
            }
        }
        return name.toString();
    }

    private static StringBuilder joined(String field, boolean capital) {
        StringBuilder name = new StringBuilder(field.length() + 5);
        boolean next = capital;
        for (int at = 0; at < field.length(); at++) {
            char character = field.charAt(at);
            if (character == '_') {
                next = true;
            } else {
                name.append(next && character >= 'a' && character <= 'z' ? (char) (character + 'A' - 'a') : character);
                next = false;
            }
        }
        return name;
    }
}
