package dev.concordat.schema.parse;

import java.util.List;

/**
 * An option: a statement, or one assignment between brackets.
 *
 * @param name the parts of its name
 * @param nameStart the offset of the name's first byte
 * @param nameEnd the offset after the name's last byte
 * @param start the keyword {@code option}, or the name between brackets
 * @param end after the semicolon, or after the value between brackets
 */
public record OptionNode(
        List<OptionName> name, int nameStart, int nameEnd, ValueNode value, int start, int end, Comments comments)
        implements Statement {

    /** Copies the list. */
    public OptionNode {
        name = List.copyOf(name);
    }

    /** Whether its whole name is this one word, without parentheses. */
    public boolean isNamed(String word) {
        return name.size() == 1
                && !name.get(0).extension()
                && name.get(0).text().equals(word);
    }

    /** The name as an author writes it, such as {@code (google.api.http).get}. */
    public String nameText() {
        StringBuilder text = new StringBuilder();
        for (OptionName part : name) {
            text.append(text.length() == 0 ? "" : ".").append(part.extension() ? "(" + part.text() + ")" : part.text());
        }
        return text.toString();
    }
}
