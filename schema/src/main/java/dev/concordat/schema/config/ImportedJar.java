package dev.concordat.schema.config;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A jar in a Maven repository that holds the files of a module of buf's registry.
 *
 * @param sha256 the digest of the jar in hexadecimal, empty until it was fetched for the first time
 */
public record ImportedJar(String group, String artifact, String version, Optional<String> sha256) {
    /** The three become parts of paths and of POMs. */
    private static final Pattern COORDINATES =
            Pattern.compile("(?<group>P(?:\\.P)*):(?<artifact>P(?:\\.P)*):(?<version>[A-Za-z0-9_][A-Za-z0-9._+-]*)"
                    .replace("P", "[A-Za-z0-9_][A-Za-z0-9_-]*"));

    private static final int LENGTH_LIMIT = 300;
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    /** The jar that an entry names; empty, with a problem, when it names none. */
    static Optional<ImportedJar> read(YamlMapping entry) {
        String text = entry.requiredText("maven");
        Optional<String> sha256 = entry.word("sha256");
        if (sha256.isPresent() && !SHA256.matcher(sha256.get()).matches()) {
            entry.report(
                    entry.place("sha256"),
                    "\"%s\" is no SHA-256 digest.".formatted(sha256.get()),
                    "Run \"concordat fetch --update\", which writes it: 64 digits and letters a to f.");
        }
        Matcher coordinates = COORDINATES.matcher(text);
        if (text.length() <= LENGTH_LIMIT && coordinates.matches()) {
            return Optional.of(new ImportedJar(
                    coordinates.group("group"), coordinates.group("artifact"), coordinates.group("version"), sha256));
        }
        if (!text.isEmpty()) {
            entry.report(
                    entry.place("maven"),
                    "\"%s\" are no Maven coordinates.".formatted(text),
                    "Write group:artifact:version.");
        }
        return Optional.empty();
    }

    /** The Maven coordinates. */
    @Override
    public String toString() {
        return group + ":" + artifact + ":" + version;
    }
}
