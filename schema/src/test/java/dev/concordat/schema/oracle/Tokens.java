package dev.concordat.schema.oracle;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a file into pieces for mutation and joins them again; every byte is one character. White space and comments are pieces too. */
final class Tokens {
    private static final Pattern PIECE =
            Pattern.compile("//[^\n]*\n?|/\\*(?s:.*?)\\*/|\"(?:\\\\.|[^\"\\\\\n])*\"|'(?:\\\\.|[^'\\\\\n])*'"
                    + "|[A-Za-z_][A-Za-z0-9_]*|[0-9][0-9A-Za-z_.]*|\\s+|(?s:.)");

    private Tokens() {}

    static List<String> cut(byte[] bytes) {
        List<String> pieces = new ArrayList<>();
        Matcher matcher = PIECE.matcher(new String(bytes, StandardCharsets.ISO_8859_1));
        while (matcher.find()) {
            pieces.add(matcher.group());
        }
        return pieces;
    }

    static byte[] join(List<String> pieces) {
        return String.join("", pieces).getBytes(StandardCharsets.ISO_8859_1);
    }

    static boolean isWord(String piece) {
        char first = piece.charAt(0);
        return first == '_' || (first >= 'a' && first <= 'z') || (first >= 'A' && first <= 'Z');
    }

    static boolean isNumber(String piece) {
        return piece.charAt(0) >= '0' && piece.charAt(0) <= '9';
    }

    static boolean isString(String piece) {
        return piece.charAt(0) == '"' || piece.charAt(0) == '\'';
    }

    /** Neither white space nor a comment. */
    static boolean isToken(String piece) {
        return !piece.isBlank() && !piece.startsWith("//") && !piece.startsWith("/*");
    }
}
