package dev.concordat.release;

/** Puts any text into one line of a release record, and back. */
final class RecordText {
    private RecordText() {}

    /** The text with backslashes doubled and everything that a terminal would not show as a character spelled out. */
    static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        text.codePoints().forEach(character -> {
            if (character == '\\') {
                escaped.append("\\\\");
            } else if (isHidden(character)) {
                escaped.append("\\u{").append(Integer.toHexString(character)).append('}');
            } else {
                escaped.appendCodePoint(character);
            }
        });
        return escaped.toString();
    }

    /** The text that was escaped; what {@link #escape} never writes is kept as it is. */
    static String unescape(String escaped) {
        StringBuilder text = new StringBuilder(escaped.length());
        for (int at = 0; at < escaped.length(); at++) {
            char character = escaped.charAt(at);
            int end = escaped.startsWith("\\u{", at) ? escaped.indexOf('}', at) : -1;
            if (end > 0) {
                text.appendCodePoint(hexadecimal(escaped.substring(at + 3, end)));
                at = end;
            } else {
                text.append(character);
                at += escaped.startsWith("\\\\", at) ? 1 : 0;
            }
        }
        return text.toString();
    }

    private static int hexadecimal(String digits) {
        try {
            int value = Integer.parseInt(digits, 16);
            return Character.isValidCodePoint(value) ? value : 0xFFFD;
        } catch (NumberFormatException e) {
            // Not written by escape: the record is compared with its canonical form afterwards.
            return 0xFFFD;
        }
    }

    private static boolean isHidden(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
