package dev.concordat.release;

import dev.concordat.schema.source.CommitId;

/**
 * A released version of a module, or of the BOM.
 *
 * @param commit the commit that was released
 * @param message what its tag says
 */
public record Release(ReleaseTag tag, CommitId commit, ReleaseRecord message) {

    /** The module. */
    public String module() {
        return tag.id();
    }

    /** The version. */
    public Version version() {
        return tag.version();
    }
}
