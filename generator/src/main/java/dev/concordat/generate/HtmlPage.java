package dev.concordat.generate;

import static dev.concordat.generate.Xml.escape;

import java.util.List;

/** One page of HTML: no scripts, readable on a phone, light or dark as the reader's system is. */
final class HtmlPage {
    private static final String STYLE = """
            :root { color-scheme: light dark }
            body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem }
            code, pre { font: 0.9em ui-monospace, monospace }
            table { border-collapse: collapse; width: 100% }
            th, td { text-align: left; vertical-align: top; padding: 0.3rem 0.6rem; border-top: 1px solid #8886 }
            td p { margin: 0 0 0.3rem }
            h2 { margin-top: 2.5rem; border-top: 1px solid #8886; padding-top: 1rem }
            pre { white-space: pre-wrap; background: #8882; padding: 0.4rem; margin: 0.3rem 0 }
            small { font-weight: normal; opacity: 0.7 }
            """;

    private final StringBuilder html = new StringBuilder();

    HtmlPage(String title) {
        html.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append("<meta name=\"viewport\" content=\"width=device-width\">\n<title>")
                .append(escape(title))
                .append("</title>\n<style>\n")
                .append(STYLE)
                .append("</style>\n</head>\n<body>\n");
    }

    /** Markup that is escaped already, on a line of its own. */
    void raw(String markup) {
        html.append(markup).append('\n');
    }

    /** A heading with an anchor, empty for none; its markup is escaped already. */
    void heading(int level, String anchor, String markup) {
        String attribute = anchor.isEmpty() ? "" : " id=\"" + escape(anchor) + "\"";
        raw("<h" + level + attribute + ">" + markup + "</h" + level + ">");
    }

    /** A comment: paragraphs are parted by empty lines, indented lines stay as they are. */
    void comment(String comment) {
        for (String paragraph : comment.strip().split("\n[ \t]*\n", -1)) {
            if (!paragraph.isBlank()) {
                boolean indented = paragraph.lines().allMatch(line -> line.startsWith("    ") || line.isBlank());
                raw(indented ? "<pre>" + escape(paragraph) + "</pre>" : "<p>" + escape(paragraph.strip()) + "</p>");
            }
        }
    }

    /** Options, one a line. */
    void options(List<String> options) {
        if (!options.isEmpty()) {
            raw("<pre>" + escape(String.join("\n", options)) + "</pre>");
        }
    }

    @Override
    public String toString() {
        return html + "</body>\n</html>\n";
    }
}
