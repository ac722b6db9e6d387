package dev.concordat.release;

import dev.concordat.generate.Lock;
import dev.concordat.schema.ToolVersion;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What builds the stubs.
 *
 * @param version the version of this tool
 * @param lockDigest the SHA-256 of concordat.lock, in hexadecimal
 * @param stubFormat the number of the form that the artifacts are written in
 * @param runtime the libraries that the generated code needs at least, {@code group:artifact} to version
 */
public record Tools(String version, String lockDigest, int stubFormat, SortedMap<String, String> runtime) {

    /** Copies the map and refuses what is no digest. */
    public Tools {
        if (!InputDigest.SHA256.matcher(lockDigest).matches()) {
            throw new IllegalStateException("\"" + lockDigest + "\" is no SHA-256 digest.");
        }
        runtime = Collections.unmodifiableSortedMap(new TreeMap<>(runtime));
    }

    /** The tools that a lock names. */
    public static Tools of(Lock lock) {
        return new Tools(ToolVersion.get(), lock.digest(), lock.stubFormat(), lock.runtime());
    }

    /** Adds everything that decides the bytes of a stub; this tool's own version does not. */
    void addTo(ContentDigest digest) {
        digest.add(lockDigest).add(Integer.toString(stubFormat));
        for (Map.Entry<String, String> library : runtime.entrySet()) {
            digest.add(library.getKey()).add(library.getValue());
        }
    }
}
