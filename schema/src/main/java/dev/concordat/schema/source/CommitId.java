package dev.concordat.schema.source;

import java.util.regex.Pattern;

/**
 * The name of a commit.
 *
 * @param sha its object id, 40 hexadecimal digits
 */
public record CommitId(String sha) {
    private static final Pattern SHA = Pattern.compile("[0-9a-f]{40}");

    /** Checks the form. */
    public CommitId {
        if (!SHA.matcher(sha).matches()) {
            throw new IllegalStateException("Commit id \"" + sha + "\".");
        }
    }

    /** The first digits, for messages. */
    public String shortSha() {
        return sha.substring(0, 12);
    }

    @Override
    public String toString() {
        return sha;
    }
}
