package dev.concordat.generate;

/** Text inside XML and HTML. */
final class Xml {
    private Xml() {}

    /** The text with markup escaped and without the characters that XML 1.0 section 2.2 does not allow. */
    static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        text.codePoints().forEach(character -> {
            switch (character) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> {
                    if (isAllowed(character)) {
                        escaped.appendCodePoint(character);
                    } else {
                        escaped.append('\uFFFD');
                    }
                }
            }
        });
        return escaped.toString();
    }

    private static boolean isAllowed(int character) {
        boolean printable = character >= 0x20 && character <= 0xD7FF && (character < 0x7F || character > 0x9F);
        boolean beyond = (character >= 0xE000 && character <= 0xFFFD) || character >= 0x10000;
        return printable || beyond || character == '\n' || character == '\t';
    }
}
