package dev.concordat.schema.config;

import java.util.Set;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** What a node of YAML is, in the words of a message. */
final class NodeKind {
    private static final Set<Tag> UNQUOTED = Set.of(Tag.BOOL, Tag.INT, Tag.FLOAT, Tag.NULL);
    private static final Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");
    private static final Set<String> BOOLEANS = Set.of("true", "True", "TRUE", "false", "False", "FALSE");

    private NodeKind() {}

    static boolean isNull(Node node) {
        return node.getTag().equals(Tag.NULL) && !isContradiction(node);
    }

    /** Whether a value would be text if it were in quotes. */
    static boolean isUnquotedText(Node node) {
        return UNQUOTED.contains(node.getTag()) && !isContradiction(node);
    }

    /** Whether a tag that was written says that a value is nothing, or true or false, and the value says otherwise. */
    static boolean isContradiction(Node node) {
        Set<String> words =
                node.getTag().equals(Tag.NULL) ? NULLS : node.getTag().equals(Tag.BOOL) ? BOOLEANS : Set.of();
        return !words.isEmpty() && node instanceof ScalarNode scalar && !words.contains(scalar.getValue());
    }

    /** What a node is, with its article. */
    static String of(Node node) {
        if (isContradiction(node)) {
            return "a value that its tag does not fit";
        }
        return switch (node.getNodeType()) {
            case MAPPING -> "a mapping";
            case SEQUENCE -> "a list";
            default -> scalarKind(node.getTag());
        };
    }

    /** What a value with a tag is that is neither a list nor a mapping. */
    static String scalarKind(Tag tag) {
        if (tag.equals(Tag.NULL)) {
            return "nothing";
        }
        if (tag.equals(Tag.BOOL)) {
            return "true or false";
        }
        if (tag.equals(Tag.STR)) {
            return "text";
        }
        return tag.equals(Tag.INT) || tag.equals(Tag.FLOAT) ? "a number" : "a value with a type of its own";
    }
}
