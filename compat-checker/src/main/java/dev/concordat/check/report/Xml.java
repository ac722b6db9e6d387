package dev.concordat.check.report;

/** What may stand in an XML attribute. */
final class Xml {
    private Xml() {}

    /** The value of an attribute, in double quotes, of text that is printable. */
    static String quote(String text) {
        StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            switch (character) {
                case '&' -> quoted.append("&amp;");
                case '<' -> quoted.append("&lt;");
                case '>' -> quoted.append("&gt;");
                case '"', '\'' -> quoted.append("&#").append((int) character).append(';');
                default -> quoted.append(character);
            }
        }
        return quoted.append('"').toString();
    }
}
