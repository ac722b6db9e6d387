package dev.concordat.generate;

import java.nio.file.Path;

/**
 * A file that was built to be published.
 *
 * @param classifier the classifier, empty for the main artifact and the POM
 * @param extension the extension, {@code jar} or {@code pom}
 * @param file where it lies now
 */
public record BuiltArtifact(
        String groupId, String artifactId, String version, String classifier, String extension, Path file) {

    /** The SHA-256 of the file's bytes, in hexadecimal. */
    public String sha256() {
        return Sha256.of(file);
    }

    /** The project it belongs to. */
    public Coordinates coordinates() {
        return new Coordinates(groupId, artifactId, version);
    }

    /** Whether it is the jar that a class path holds. */
    public boolean isMainJar() {
        return classifier.isEmpty() && extension.equals("jar");
    }

    /** Whether it is the project's POM. */
    public boolean isPom() {
        return extension.equals("pom");
    }

    /** The name it has in a Maven repository. */
    public String fileName() {
        return artifactId + "-" + version + (classifier.isEmpty() ? "" : "-" + classifier) + "." + extension;
    }
}
