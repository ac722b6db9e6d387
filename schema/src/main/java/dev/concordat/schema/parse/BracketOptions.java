package dev.concordat.schema.parse;

import java.util.List;
import java.util.Optional;

/**
 * The options between the brackets behind a declaration; for fields also {@code default} and {@code json_name}, which are written alike.
 *
 * @param start the offset of the opening bracket
 * @param end the offset after the closing bracket
 */
public record BracketOptions(List<OptionNode> options, int start, int end) implements Node {

    /** Copies the list. */
    public BracketOptions {
        options = List.copyOf(options);
    }

    /** The option of this one-word name. */
    public Optional<OptionNode> named(String word) {
        return options.stream().filter(option -> option.isNamed(word)).findFirst();
    }
}
