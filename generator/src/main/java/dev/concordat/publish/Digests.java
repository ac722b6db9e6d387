package dev.concordat.publish;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/** The checksums that a Maven repository keeps beside its files. */
final class Digests {
    private static final Map<String, String> ALGORITHMS =
            new TreeMap<>(Map.of("md5", "MD5", "sha1", "SHA-1", "sha256", "SHA-256", "sha512", "SHA-512"));

    private static final Map<String, String> OF_MAVEN = new TreeMap<>(Map.of("md5", "MD5", "sha1", "SHA-1"));

    private Digests() {}

    /** The digest in hexadecimal. */
    static String hex(String algorithm, byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no " + algorithm + ".", e);
        }
    }

    /** The checksum files of a file, by the ending of their names. */
    static Map<String, byte[]> files(byte[] bytes) {
        return files(ALGORITHMS, bytes);
    }

    /** Those of metadata, which Maven writes too when it deploys SNAPSHOTs: others than its own would then be of what was there before. */
    static Map<String, byte[]> ofMetadata(byte[] bytes) {
        return files(OF_MAVEN, bytes);
    }

    private static Map<String, byte[]> files(Map<String, String> algorithms, byte[] bytes) {
        Map<String, byte[]> files = new TreeMap<>();
        algorithms.forEach((ending, algorithm) ->
                files.put("." + ending, hex(algorithm, bytes).getBytes(StandardCharsets.US_ASCII)));
        return files;
    }
}
