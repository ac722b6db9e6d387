package dev.concordat.release;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * What decides the content of a module's artifacts, as SHA-256 digests in hexadecimal. The commit is not part of it: two
 * commits with the same inputs make the same stubs.
 *
 * @param own the module's own contracts and what concordat.yaml says about it
 * @param reached the contracts of other modules that it imports, directly or not
 * @param tools the contracts of third parties that it imports, the lock and the form of the stubs
 */
public record InputDigest(String own, String reached, String tools) {
    /** What a SHA-256 digest in hexadecimal looks like. */
    static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    /** Refuses what is no digest. */
    public InputDigest {
        for (String part : new String[] {own, reached, tools}) {
            if (!SHA256.matcher(part).matches()) {
                throw new IllegalStateException("\"" + part + "\" is no SHA-256 digest.");
            }
        }
    }

    /** One digest of the three. */
    public String combined() {
        ContentDigest digest = new ContentDigest();
        for (String part : new String[] {own, reached, tools}) {
            digest.add(part.getBytes(StandardCharsets.UTF_8));
        }
        return digest.hex();
    }
}
