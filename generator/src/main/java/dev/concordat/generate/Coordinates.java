package dev.concordat.generate;

import java.util.regex.Pattern;

/** The Maven coordinates of a project: what a dependency names. */
public record Coordinates(String groupId, String artifactId, String version) implements Comparable<Coordinates> {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._+-]*");

    /** Refuses characters that mean something to Maven, XML or a file system. */
    public Coordinates {
        for (String part : new String[] {groupId, artifactId, version}) {
            if (!NAME.matcher(part).matches()) {
                throw new IllegalStateException("\"" + part + "\" cannot be part of Maven coordinates.");
            }
        }
    }

    /** The same project at another version. */
    public Coordinates at(String otherVersion) {
        return new Coordinates(groupId, artifactId, otherVersion);
    }

    /** By group, artifact and version, as text. */
    @Override
    public int compareTo(Coordinates other) {
        return toString().compareTo(other.toString());
    }

    /** {@code group:artifact:version}. */
    @Override
    public String toString() {
        return groupId + ":" + artifactId + ":" + version;
    }
}
