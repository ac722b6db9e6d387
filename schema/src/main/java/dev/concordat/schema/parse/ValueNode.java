package dev.concordat.schema.parse;

import com.google.protobuf.ByteString;
import java.util.List;

/** The value of an option, a default, or a field of an aggregate. */
public sealed interface ValueNode extends Node {

    /**
     * A word: an enum value's name, {@code true}, {@code inf}.
     *
     * @param negative whether a minus sign stands before it
     */
    record Identifier(String text, boolean negative, int start, int end) implements ValueNode {}

    /**
     * An integer literal.
     *
     * @param negative whether a minus sign stands before it
     * @param magnitude the unsigned 64-bit value without the sign
     */
    record IntegerLiteral(boolean negative, long magnitude, int start, int end) implements ValueNode {}

    /**
     * A literal with a decimal point or an exponent, or an integer of more than 64 bits, sign included.
     *
     * @param integer whether it was written as an integer
     */
    record FloatLiteral(double value, boolean integer, int start, int end) implements ValueNode {}

    /** A string literal, escapes resolved. */
    record StringLiteral(ByteString value, int start, int end) implements ValueNode {}

    /** Fields between braces or angle brackets, in the syntax of the text format. */
    record Aggregate(List<AggregateField> fields, int start, int end) implements ValueNode {
        /** Copies the list. */
        public Aggregate {
            fields = List.copyOf(fields);
        }
    }

    /** Values between square brackets, inside an aggregate only. */
    record ListLiteral(List<ValueNode> values, int start, int end) implements ValueNode {
        /** Copies the list. */
        public ListLiteral {
            values = List.copyOf(values);
        }
    }
}
