package dev.concordat.release;

import java.util.List;
import java.util.Optional;

/**
 * What a release does to the BOM and the platform, which share their versions and tags.
 *
 * @param previous the last BOM of this line
 * @param next the version it has after the release
 * @param bump how far it moves, empty for its first release
 * @param members the releases that it names, one a module
 * @param why what decided it
 */
public record Bom(
        Optional<Release> previous,
        Version next,
        Optional<Bump> bump,
        List<ReleaseTag> members,
        List<Reason> why,
        InputDigest inputs) {
    /** The BOM's id in tags, and its artifact. */
    public static final String ID = "contracts-bom";

    /** The artifact that also imports the BOMs of protobuf and gRPC. */
    public static final String PLATFORM = "contracts-platform";

    /** Copies the lists. */
    public Bom {
        members = List.copyOf(members);
        why = List.copyOf(why);
    }

    /** The tag it is released with. */
    public ReleaseTag tag() {
        return new ReleaseTag(ID, next);
    }
}
