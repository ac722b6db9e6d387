package dev.concordat.check.report;

/**
 * Makes any text safe to print in one line: a name from a contract can neither move a terminal's cursor, nor hide or reorder text, nor become a command
 * of a CI runner (GitHub's runner obeys {@code ::command::} at the start of a line and {@code ##[command]} anywhere in it).
 */
public final class Printable {
    private static final int MAX_LENGTH = 4000;

    private Printable() {}

    /** The text with everything dangerous spelled out, cut at 4,000 characters. */
    public static String line(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        text.codePoints().limit(MAX_LENGTH).forEach(character -> append(character, safe));
        if (text.codePointCount(0, text.length()) > MAX_LENGTH) {
            safe.append("...");
        }
        String line = safe.toString().replace("##[", "#\\u{23}[");
        return line.stripLeading().startsWith("::") ? line.replaceFirst("::", "\\\\u{3a}:") : line;
    }

    private static void append(int character, StringBuilder safe) {
        if (isDangerous(character)) {
            safe.append("\\u{").append(Integer.toHexString(character)).append('}');
        } else {
            safe.appendCodePoint(character);
        }
    }

    private static boolean isDangerous(int character) {
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
