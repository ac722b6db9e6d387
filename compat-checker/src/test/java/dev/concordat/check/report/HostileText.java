package dev.concordat.check.report;

import java.util.List;
import java.util.Random;

/** Names and messages as somebody would write them who wants to be obeyed, hidden or mistaken, from a seed. */
final class HostileText {
    private static final List<String> PIECES = List.of(
            "::",
            ":",
            "##[",
            "##",
            "#",
            "[",
            "]",
            "](",
            "error",
            "stop-commands",
            "::error file=x::",
            "::stop-commands::t",
            "##[error]",
            "##[add-mask]x",
            "##vso[task.complete]",
            "##teamcity[x]",
            "::add-mask::a",
            "::set-env name=A::b",
            " ",
            "  ",
            "\t",
            "\u00a0",
            "\u3000",
            "\u2003",
            "\u0085",
            "\ufeff",
            "\u00ad",
            "\u200b",
            "\u034f",
            "\ufe0f",
            "\n",
            "\r",
            "\r\n",
            "\u2028",
            "\u2029",
            "\u000b",
            "\f",
            "\u0000",
            "\u0007",
            "\u0008",
            "\u007f",
            "\u009b31m",
            "\u001b[31m",
            "\u001b]0;t\u0007",
            "\u202e",
            "\u2066",
            "\u061c",
            "\ud800",
            "\udc00",
            "\ud83d\ude00",
            "\udb40\udc41",
            "\ufffe",
            "\uffff",
            "\ue000",
            "\u0301",
            "\u00e9",
            "\u4e16",
            "\uff1a\uff1a",
            "%",
            "%0A",
            "%0D",
            "%25",
            "%250A",
            "%3A",
            "%2C",
            "%3B",
            "%5D",
            ",",
            ";",
            "=",
            "==",
            ",line=1",
            "line=1",
            "file=",
            "<",
            ">",
            "&",
            "&amp;",
            "&#10;",
            "\"",
            "'",
            "]]>",
            "<!--",
            "-->",
            "<?x?>",
            "<![CDATA[",
            "</failure>",
            "\\",
            "\\u001b",
            "\\n",
            "\\\"",
            "{",
            "}",
            "{0}",
            "\"}",
            "$(id)",
            "`",
            "```",
            "|",
            "\\|",
            "*",
            "_",
            "~",
            "!",
            "@here",
            "#12",
            "http://e.example",
            "www.e.example",
            "[a](http://e.example)",
            "![a](b)",
            "<b>",
            "---",
            "- ",
            "1. ",
            "../",
            "/",
            "//",
            ".",
            "..",
            "a",
            "b",
            "Order",
            "google/protobuf/any.proto",
            "Field 2 of \"Order\"",
            "EOF",
            ".proto");
    private static final int LONG = 50;

    private final Random random;

    HostileText(long seed) {
        this.random = new Random(seed);
    }

    /** Mostly a few pieces, sometimes so many that it must be cut. */
    String next() {
        int pieces = random.nextInt(3000) == 0 ? 1200 : random.nextInt(7);
        StringBuilder text = new StringBuilder();
        for (int piece = 0; piece < pieces; piece++) {
            if (random.nextInt(12) == 0) {
                text.appendCodePoint(random.nextInt(Character.MAX_CODE_POINT + 1));
            } else {
                text.append(PIECES.get(random.nextInt(PIECES.size())));
            }
        }
        return random.nextInt(2000) == 0 ? text.toString().repeat(LONG) : text.toString();
    }

    int number(int bound) {
        return random.nextInt(bound);
    }
}
