package dev.concordat.schema.parse;

import com.google.protobuf.ByteString;

/**
 * A string literal, or several that stand side by side and count as one.
 *
 * @param value what it stands for, escapes resolved
 */
public record StringNode(ByteString value, int start, int end) implements Node {

    /** The value as text; bytes that are no UTF-8 become U+FFFD. */
    public String text() {
        return value.toStringUtf8();
    }
}
