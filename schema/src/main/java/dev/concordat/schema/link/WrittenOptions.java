package dev.concordat.schema.link;

import dev.concordat.schema.parse.OptionNode;
import dev.concordat.schema.parse.ValueNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads options of descriptor.proto as they are written; these can be written in one way only. */
final class WrittenOptions {
    private WrittenOptions() {}

    /** Whether this option sets the one-word name to {@code true}. */
    static boolean isTrue(OptionNode option, String name) {
        return option.isNamed(name)
                && option.value() instanceof ValueNode.Identifier word
                && !word.negative()
                && word.text().equals("true");
    }

    /** Whether an option of this one-word name is set to {@code true}. */
    static boolean isTrue(LinkedOptions options, String name) {
        for (OptionNode option : options.written) {
            if (isTrue(option, name)) {
                return true;
            }
        }
        return false;
    }

    /** The word that the option of this one-word name is set to, null when it is not set. */
    static @Nullable String word(List<OptionNode> options, String name) {
        for (OptionNode option : options) {
            if (option.isNamed(name) && option.value() instanceof ValueNode.Identifier word) {
                return word.text();
            }
        }
        return null;
    }

    /** The option of this one-word name. */
    static @Nullable OptionNode find(LinkedOptions options, String name) {
        for (OptionNode option : options.written) {
            if (option.isNamed(name)) {
                return option;
            }
        }
        return null;
    }
}
