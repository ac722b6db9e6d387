package dev.concordat.schema.source;

import dev.concordat.schema.Failure;
import java.util.regex.Pattern;

/** What is wrong where a link stands in the place of a file: the contracts, or what is said of them. */
final class LinkFailure {
    private static final Pattern CONFIGURATION = Pattern.compile(".+\\.(?:yaml|lock|mod)");

    private LinkFailure() {}

    static Failure of(String path) {
        return CONFIGURATION.matcher(path).matches() ? Failure.CONFIGURATION : Failure.CONTRACT;
    }
}
