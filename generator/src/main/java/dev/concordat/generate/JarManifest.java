package dev.concordat.generate;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The text of a jar's manifest (JAR File Specification, "Notes on Manifest and Signature Files"). */
final class JarManifest {
    private static final int LINE = 70;

    private JarManifest() {}

    /** A manifest of these attributes, in their order. */
    static byte[] of(Map<String, String> attributes) {
        StringBuilder text = new StringBuilder("Manifest-Version: 1.0\r\n");
        attributes.forEach((name, value) -> {
            String line = name + ": " + value;
            if (!line.chars().allMatch(character -> character >= ' ' && character < 0x7F)) {
                throw new IllegalStateException("Attribute " + name + " is not printable ASCII: " + value);
            }
            for (int at = 0; at < line.length(); ) {
                int end = Math.min(line.length(), at + (at == 0 ? LINE : LINE - 1));
                text.append(at == 0 ? "" : " ").append(line, at, end).append("\r\n");
                at = end;
            }
        });
        return text.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII);
    }
}
