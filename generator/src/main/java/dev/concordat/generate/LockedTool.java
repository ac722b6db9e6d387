package dev.concordat.generate;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A program that makes stubs.
 *
 * @param artifact where it comes from
 * @param sha256 the digest of its file, by platform, or under {@code jar} when it is a Java program
 */
record LockedTool(Coordinates artifact, SortedMap<String, String> sha256) {

    LockedTool {
        sha256 = new TreeMap<>(sha256);
    }
}
