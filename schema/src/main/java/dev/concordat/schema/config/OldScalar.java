package dev.concordat.schema.config;

import java.util.Optional;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.CoreScalarResolver;

/**
 * What is text in YAML 1.2 and was something else in YAML 1.1, whose numbers and times buf still reads where a value may be of any type: {@code 1_000},
 * {@code 0b1}, {@code 2026-01-02}. The tag {@code !}, which makes text of what follows in 1.2, says nothing there.
 */
final class OldScalar {
    private static final Pattern NUMBER = Pattern.compile(
            "[-+]?(?:0[xX][0-9a-fA-F]+|0[oO][0-7]+|0[bB][01]+|(?:\\.[0-9]+|[0-9]+(?:\\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?)");

    private static final Pattern TIME = Pattern.compile("[0-9]{4}-(?:0?[1-9]|1[0-2])-(?:0?[1-9]|[12][0-9]|3[01])"
            + "(?:[Tt][0-9:.]+(?:Z|[-+][0-9]{2}:[0-9]{2})| [0-9:.]+)?");

    private OldScalar() {}

    /**
     * What it was, with its article; empty for what was text as well.
     *
     * @param writtenTag the tag that is written before it
     */
    static Optional<String> kind(Node node, Optional<String> writtenTag) {
        boolean isPlain = node instanceof ScalarNode scalar
                && scalar.isPlain()
                && node.getTag().equals(Tag.STR);
        if (!isPlain || writtenTag.filter(tag -> !tag.equals("!")).isPresent()) {
            return Optional.empty();
        }
        String text = ((ScalarNode) node).getValue();
        Tag tag = new CoreScalarResolver(false).resolve(text, true);
        if (!tag.equals(Tag.STR)) {
            return Optional.of(NodeKind.scalarKind(tag));
        }
        if (TIME.matcher(text).matches()) {
            return Optional.of("a time");
        }
        return text.startsWith("_") || !NUMBER.matcher(text.replace("_", "")).matches()
                ? Optional.empty()
                : Optional.of("a number");
    }
}
