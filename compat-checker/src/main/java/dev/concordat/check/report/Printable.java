package dev.concordat.check.report;

/**
 * Makes any text safe to print in one line: a name from a contract can neither move a terminal's cursor, nor hide or reorder text, nor become a command
 * of a CI runner. GitHub's runner obeys {@code ::command::} at the start of a line and {@code ##[command]} anywhere in it; others read commands that
 * start with {@code ##} and a word. All output goes through this class; formats with a syntax of their own encode what it returns once more.
 */
public final class Printable {
    /** GitHub's runner cuts the text of an annotation at 4,096 characters. */
    private static final int LINE_LENGTH = 4000;

    /** The longest path that a contract may have. */
    private static final int PATH_LENGTH = 1024;

    private static final int NAME_LENGTH = 200;
    private static final String CUT = "...";

    private Printable() {}

    /** The text with everything dangerous spelled out, cut at 4,000 characters. */
    public static String line(String text) {
        return isPlain(text) && text.length() <= LINE_LENGTH ? text : spell(text, LINE_LENGTH);
    }

    /** A line in which every name is cut at 200 characters, so that none of them pushes out the rest. */
    public static String message(String text) {
        StringBuilder shortened = new StringBuilder();
        int inName = 0;
        // What is behind that is cut anyway, of texts that may list thousands of names.
        for (int at = 0;
                at < text.length() && shortened.length() <= LINE_LENGTH;
                at += Character.charCount(text.codePointAt(at))) {
            int character = text.codePointAt(at);
            inName = isBlank(character) ? 0 : inName + 1;
            if (inName <= NAME_LENGTH) {
                shortened.appendCodePoint(character);
            } else if (inName == NAME_LENGTH + 1) {
                shortened.append(CUT);
            }
        }
        return line(shortened.toString());
    }

    /** The path of a file; blanks at its ends, which nobody would see, are spelled out too. */
    public static String path(String path) {
        if (isPlain(path) && path.length() <= PATH_LENGTH) {
            return path;
        }
        int start = 0;
        int end = path.length();
        while (start < end && isBlank(path.charAt(start))) {
            start++;
        }
        while (end > start && isBlank(path.charAt(end - 1))) {
            end--;
        }
        StringBuilder spelled = new StringBuilder();
        path.substring(0, start).chars().forEach(blank -> spelled.append(spelled(blank)));
        spelled.append(spell(path.substring(start, end), PATH_LENGTH));
        path.substring(end).chars().forEach(blank -> spelled.append(spelled(blank)));
        return spelled.length() <= PATH_LENGTH ? spelled.toString() : spell(spelled.toString(), PATH_LENGTH);
    }

    /** Whether nothing in the text needs a closer look, as for almost every text. */
    private static boolean isPlain(String text) {
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            if (character < ' ' || character > '~' || character == '#') {
                return false;
            }
        }
        return text.isEmpty()
                || (text.charAt(0) > ' ' && text.charAt(0) != ':' && text.charAt(text.length() - 1) > ' ');
    }

    private static String spell(String text, int length) {
        StringBuilder safe = new StringBuilder(Math.min(text.length(), length));
        boolean atStart = true;
        int cut = 0;
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            int character = text.codePointAt(at);
            boolean marker = (character == ':' && atStart) || (character == '#' && endsWithHash(safe));
            if (marker || isDangerous(character)) {
                safe.append(spelled(character));
            } else {
                safe.appendCodePoint(character);
            }
            atStart &= isBlank(character);
            if (safe.length() > length) {
                safe.setLength(cut);
                return safe.append(CUT).toString();
            }
            cut = safe.length() <= length - CUT.length() ? safe.length() : cut;
        }
        return safe.toString();
    }

    private static boolean endsWithHash(StringBuilder text) {
        return text.length() > 0 && text.charAt(text.length() - 1) == '#';
    }

    private static String spelled(int character) {
        return "\\u{" + Integer.toHexString(character) + "}";
    }

    /** White space by any count: GitHub's runner strips all that Unicode calls so, which Java's own methods do not. */
    private static boolean isBlank(int character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character);
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
            default -> isInvisible(character);
        };
    }

    /** Letters and marks that are not drawn (Unicode's Default_Ignorable_Code_Point, as far as its categories look harmless). */
    private static boolean isInvisible(int character) {
        return switch (character) {
            case 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x3164, 0xFFA0 -> true;
            default ->
                (character >= 0x180B && character <= 0x180F)
                        || (character >= 0xFE00 && character <= 0xFE0F)
                        || (character >= 0xE0000 && character <= 0xE0FFF);
        };
    }
}
