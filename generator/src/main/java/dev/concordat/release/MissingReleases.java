package dev.concordat.release;

import dev.concordat.schema.ContractException;
import dev.concordat.schema.Failure;
import dev.concordat.schema.source.Tag;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Refuses a clone whose tags show that others are not in it: what those released would count as never used. A clone that lacks the tags of another branch
 * may show nothing of it.
 */
final class MissingReleases {
    private static final Pattern NAMED = Pattern.compile("(?m)^(?:dependency|member): (\\S+) (\\S+)$");
    private static final String FIRST = "\nbump: " + RecordWriter.FIRST + "\n";

    private final ReleaseHistory history;

    private MissingReleases(ReleaseHistory history) {
        this.history = history;
    }

    /** Refuses what a release follows, or names, and is not there. */
    static void refuse(ReleaseHistory history) throws ContractException {
        MissingReleases missing = new MissingReleases(history);
        for (String id : history.ids()) {
            missing.refuseGaps(id);
            missing.refuseUnknown(id);
        }
    }

    /** Another branch may have taken the versions in between, and then there are tags of these. */
    private void refuseGaps(String id) throws ContractException {
        NavigableSet<Version> taken = new TreeSet<>(history.taken(id));
        for (Map.Entry<Version, Tag> tag : history.tags(id).entrySet()) {
            Version version = tag.getKey();
            Version lowest = lowestBefore(version);
            if (followsAnother(version, tag.getValue())
                    && taken.subSet(lowest, version).isEmpty()) {
                throw missing(
                        "The tag \"%s\" is of a release that followed %s, of which this clone has no tag."
                                .formatted(
                                        new ReleaseTag(id, version),
                                        version.patch() > 0 ? lowest : "one like " + lowest),
                        new ReleaseTag(id, lowest));
            }
        }
    }

    /** Of versions that also are first ones there may be none before. */
    private static boolean followsAnother(Version version, Tag tag) {
        return ReleaseHistory.hasRecord(tag)
                && !tag.message().contains(FIRST)
                && !version.equals(Version.FIRST)
                && version.compareTo(Version.FIRST_UNSTABLE) > 0;
    }

    /** The lowest that a version can have followed, which differs from it in the last number that is not 0. */
    private static Version lowestBefore(Version version) {
        if (version.patch() > 0) {
            return new Version(version.major(), version.minor(), version.patch() - 1);
        }
        return version.minor() > 0
                ? new Version(version.major(), version.minor() - 1, 0)
                : new Version(version.major() - 1, 0, 0);
    }

    /** What the last release depends on, or has for members. */
    private void refuseUnknown(String id) throws ContractException {
        NavigableMap<Version, Tag> tags = history.tags(id);
        Tag last = tags.lastEntry().getValue();
        Matcher named = NAMED.matcher(ReleaseHistory.hasRecord(last) ? last.message() : "");
        while (named.find()) {
            Optional<ReleaseTag> release = ReleaseTag.parse(named.group(1) + "/v" + named.group(2));
            if (release.isPresent()
                    && !history.taken(release.get().id()).contains(release.get().version())) {
                throw missing(
                        "The tag \"%s\" names the release %s, of which this clone has no tag."
                                .formatted(new ReleaseTag(id, tags.lastKey()), release.get()),
                        release.get());
            }
        }
    }

    private static ContractException missing(String what, ReleaseTag missing) {
        return ContractException.of(
                Failure.NO_ANSWER,
                what + " What it released would count as never used.",
                "Run \"git fetch --tags origin\"; in CI fetch all tags (actions/checkout: \"fetch-depth: 0\"). If that tag was deleted, put one on its commit that takes it back, \"retracted/%s\"."
                        .formatted(missing));
    }
}
