package dev.concordat.schema.source;

/**
 * A git tag on a commit.
 *
 * @param name its name without {@code refs/tags/}
 * @param commit the commit it leads to
 * @param message its message, empty for a lightweight tag
 * @param objectId the id of the tag object, for a lightweight tag that of the commit
 */
public record Tag(String name, CommitId commit, String message, String objectId) {

    /** Whether the tag is an object of its own, with tagger and message. */
    public boolean annotated() {
        return !objectId.equals(commit.sha());
    }
}
