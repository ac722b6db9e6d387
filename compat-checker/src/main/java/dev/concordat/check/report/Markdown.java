package dev.concordat.check.report;

/** What may stand as text in GitHub's Markdown, in a paragraph or a cell of a table. */
final class Markdown {
    private static final String BREAK = "<!-- -->";

    private Markdown() {}

    /** Printable text, so that no character of it is markup, a link, a mention or the number of an issue. */
    static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length() * 2);
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            switch (character) {
                // The row of a table is split before a backslash counts.
                case '|' -> escaped.append("&#124;");
                case '@', '#' -> escaped.append('\\').append(character).append(BREAK);
                default -> escaped.append(isPunctuation(character) ? "\\" : "").append(character);
            }
        }
        return escaped.toString();
    }

    private static boolean isPunctuation(char character) {
        boolean letterOrDigit = (character >= 'a' && character <= 'z')
                || (character >= 'A' && character <= 'Z')
                || (character >= '0' && character <= '9');
        return character > ' ' && character < 0x7f && !letterOrDigit;
    }
}
