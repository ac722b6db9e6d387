package dev.concordat.schema.link;

import com.google.protobuf.ByteString;
import dev.concordat.schema.parse.OptionNode;
import dev.concordat.schema.parse.ValueNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The interpretation of one file's options: what is interpreted just now, and what it has come across. */
final class OptionSession {
    final LinkContext context;
    final LinkedFile file;
    /** What has to be checked once all options are interpreted. */
    final List<OptionUse> uses = new ArrayList<>();

    private @Nullable OptionHolder holder;
    private @Nullable OptionNode option;
    private int muted;

    OptionSession(LinkContext context, LinkedFile file) {
        this.context = context;
        this.file = file;
    }

    /** Goes on to an option. */
    void begin(OptionHolder next, OptionNode node) {
        holder = next;
        option = node;
    }

    /** Notes that a field is set, when its own options may forbid that. */
    void use(LinkedField field, ValueNode value) {
        if (muted > 0 || holder == null) {
            return;
        }
        LinkedEnumValue enumValue = field.type instanceof LinkedEnum type ? ScalarEncoder.enumValue(type, value) : null;
        boolean valueIsLimited = enumValue != null && OptionLimits.mayLimit(enumValue.options);
        if (valueIsLimited || OptionLimits.mayLimit(field.options)) {
            uses.add(new OptionUse(field, valueIsLimited ? enumValue : null, value.start(), holder));
        }
    }

    /** What is set from now on is part of a message that an option only carries. */
    void mute() {
        muted++;
    }

    /** Ends what {@link #mute} began. */
    void unmute() {
        muted--;
    }

    /**
     * Refuses the option.
     *
     * @param what what is wrong with it, to go on behind its name
     */
    void refuse(int at, String what, String remedy) {
        String name = option == null ? "" : option.nameText();
        String label = holder == null ? "" : holder.label();
        context.problems().add(file, at, "Option \"%s\" of %s %s".formatted(name, label, what), remedy);
    }

    /** Refuses a value that is not of the type of its field. */
    void refuseValue(ValueNode value, LinkedField field, String expected) {
        String wanted = expected.isEmpty() ? "something else" : expected;
        boolean whole = option != null && option.value() == value;
        refuse(
                value.start(),
                whole
                        ? "takes %s, not %s.".formatted(wanted, describe(value))
                        : "sets \"%s\", which takes %s, to %s.".formatted(field.name, wanted, describe(value)),
                whole && field.type instanceof LinkedMessage
                        ? "Set the whole message as { ... }, or one field of it by naming it behind a dot."
                        : "Write a value that fits.");
    }

    /** The value, for a message to a person. */
    static String describe(ValueNode value) {
        if (value instanceof ValueNode.Identifier word) {
            return "the word \"" + (word.negative() ? "-" : "") + word.text() + "\"";
        }
        if (value instanceof ValueNode.IntegerLiteral integer) {
            return (integer.negative() ? "-" : "") + Long.toUnsignedString(integer.magnitude());
        }
        if (value instanceof ValueNode.FloatLiteral number) {
            return number.integer() ? "an integer of more than 64 bits" : Double.toString(number.value());
        }
        if (value instanceof ValueNode.StringLiteral string) {
            return shortened(string.value());
        }
        return value instanceof ValueNode.Aggregate ? "an aggregate in braces" : "a list";
    }

    private static String shortened(ByteString text) {
        return !text.isValidUtf8()
                ? "bytes that are not"
                : text.size() > 40 ? "a string" : "the string \"" + text.toStringUtf8() + "\"";
    }
}
