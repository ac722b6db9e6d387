package dev.concordat.release;

import dev.concordat.check.change.RetiredNumber;
import dev.concordat.schema.ContractException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the message of a release tag says.
 *
 * @param bump how far the version moved, empty for a first release
 * @param changes what decided it, for people
 * @param dependencies the releases that its artifacts depend on
 * @param members the releases that a BOM names
 * @param artifacts the files that were built, name to SHA-256 in hexadecimal
 * @param waivers the violations that were accepted
 * @param retired the numbers that may never be used again
 */
public record ReleaseRecord(
        ReleaseTag tag,
        Optional<Bump> bump,
        List<String> changes,
        InputDigest inputs,
        List<ReleaseTag> dependencies,
        List<ReleaseTag> members,
        SortedMap<String, String> artifacts,
        List<String> waivers,
        List<RetiredNumber> retired,
        Tools tools) {

    /** Copies the collections. */
    public ReleaseRecord {
        changes = List.copyOf(changes);
        dependencies = List.copyOf(dependencies);
        members = List.copyOf(members);
        artifacts = Collections.unmodifiableSortedMap(new TreeMap<>(artifacts));
        waivers = List.copyOf(waivers);
        retired = List.copyOf(retired);
    }

    /** The record that a tag's message holds; it must be spelled exactly as {@link #print} spells it. */
    public static ReleaseRecord parse(ReleaseTag tag, String message) throws ContractException {
        return new RecordReader(tag, message).read();
    }

    /** The message of the tag. */
    public String print() {
        return new RecordWriter().print(this);
    }
}
