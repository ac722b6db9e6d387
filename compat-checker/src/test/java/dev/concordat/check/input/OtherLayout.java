package dev.concordat.check.input;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes contracts with other white space and comments between the same tokens. One text is always written in the same way, another one in another.
 *
 * @param seed of the ways in which texts are written
 */
record OtherLayout(int seed) {
    private static final Pattern COMMENT = Pattern.compile("//[^\n]*|(?s:/\\*.*?\\*/)");
    private static final Pattern TEXT = Pattern.compile("\"(?:\\\\.|[^\"\\\\])*\"|'(?:\\\\.|[^'\\\\])*'");
    private static final Pattern NUMBER = Pattern.compile("\\d[\\w.]*(?:(?<=[eE])[+-]\\d+)?");
    private static final Pattern WORD = Pattern.compile("\\w+");
    private static final Pattern TOKEN = Pattern.compile(
            String.join("|", COMMENT.pattern(), TEXT.pattern(), NUMBER.pattern(), WORD.pattern(), "\\S"));
    private static final List<String> BLANKS = List.of(" ", "\n", "\t", "\r\n", "  \n    ", "\f", "\u000B");
    private static final List<String> COMMENTS = List.of(
            "/**/",
            "/* one */",
            " // two\n",
            "//\n",
            " /* { import \"none.proto\"; */ ",
            "\n// } extend FieldOptions {\n",
            "/* ' */",
            "/* \" */");

    String of(String contract) {
        Random random = new Random(contract.hashCode() + seed);
        StringBuilder written = new StringBuilder();
        String last = "";
        for (String token : tokens(contract)) {
            boolean apart = WORD.matcher(last + token).matches()
                    || (last.matches("[\\w.]+") && token.matches("[\\w.]+") && hasDigit(last + token));
            int separators = random.nextInt(3);
            for (int count = apart ? Math.max(1, separators) : separators; count > 0; count--) {
                List<String> some = random.nextInt(4) == 0 ? COMMENTS : BLANKS;
                written.append(some.get(random.nextInt(some.size())));
            }
            written.append(token);
            last = token;
        }
        return written.append('\n').toString();
    }

    /** A dot beside a digit would be one of a number. */
    private static boolean hasDigit(String text) {
        return text.chars().anyMatch(Character::isDigit);
    }

    private static List<String> tokens(String contract) {
        List<String> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(contract);
        while (matcher.find()) {
            if (!COMMENT.matcher(matcher.group()).matches()) {
                tokens.add(matcher.group());
            }
        }
        return tokens;
    }
}
