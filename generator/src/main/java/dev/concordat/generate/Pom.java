package dev.concordat.generate;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A POM to be published.
 *
 * @param project the project
 * @param packaging {@code jar} or {@code pom}
 * @param name what people call it
 * @param description what it holds, a sentence
 * @param info the repository that it comes from
 * @param dependencies what it needs at compile scope
 * @param managed what it manages, BOMs to import first
 */
record Pom(
        Coordinates project,
        String packaging,
        String name,
        String description,
        ProjectInfo info,
        List<Coordinates> dependencies,
        List<Managed> managed) {

    Pom {
        dependencies = List.copyOf(dependencies);
        managed = List.copyOf(managed);
    }

    /** The file's bytes, the same for the same POM. */
    byte[] toBytes() {
        List<String> lines = new ArrayList<>();
        lines.add("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
        lines.add(
                "<project xmlns=\"http://maven.apache.org/POM/4.0.0\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
                        + " xsi:schemaLocation=\"http://maven.apache.org/POM/4.0.0 http://maven.apache.org/xsd/maven-4.0.0.xsd\">");
        lines.add("  <modelVersion>4.0.0</modelVersion>");
        coordinates(project, "  ", lines);
        lines.add("  <packaging>" + packaging + "</packaging>");
        lines.add("  <name>" + Xml.escape(name) + "</name>");
        lines.add("  <description>" + Xml.escape(description) + "</description>");
        info(lines);
        if (!managed.isEmpty()) {
            lines.add("  <dependencyManagement>");
            lines.add("    <dependencies>");
            managed.forEach(entry -> managed(entry, lines));
            lines.add("    </dependencies>");
            lines.add("  </dependencyManagement>");
        }
        if (!dependencies.isEmpty()) {
            lines.add("  <dependencies>");
            dependencies.forEach(dependency -> dependency(dependency, lines));
            lines.add("  </dependencies>");
        }
        lines.add("</project>");
        return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private void info(List<String> lines) {
        info.url().ifPresent(url -> lines.add("  <url>" + Xml.escape(url) + "</url>"));
        info.license().ifPresent(license -> {
            lines.add("  <licenses>");
            lines.add("    <license>");
            lines.add("      <name>" + Xml.escape(license.name()) + "</name>");
            lines.add("      <url>" + Xml.escape(license.url()) + "</url>");
            lines.add("    </license>");
            lines.add("  </licenses>");
        });
        info.scmUrl().ifPresent(url -> {
            lines.add("  <scm>");
            lines.add("    <url>" + Xml.escape(url) + "</url>");
            lines.add("  </scm>");
        });
        info.changelogUrl().ifPresent(url -> {
            lines.add("  <properties>");
            lines.add("    <info.changelog>" + Xml.escape(url) + "</info.changelog>");
            lines.add("  </properties>");
        });
    }

    private static void dependency(Coordinates dependency, List<String> lines) {
        lines.add("    <dependency>");
        coordinates(dependency, "      ", lines);
        lines.add("      <scope>compile</scope>");
        lines.add("    </dependency>");
    }

    private static void managed(Managed entry, List<String> lines) {
        lines.add("      <dependency>");
        coordinates(entry.artifact(), "        ", lines);
        if (entry.imported()) {
            lines.add("        <type>pom</type>");
            lines.add("        <scope>import</scope>");
        }
        lines.add("      </dependency>");
    }

    private static void coordinates(Coordinates coordinates, String indent, List<String> lines) {
        lines.add(indent + "<groupId>" + coordinates.groupId() + "</groupId>");
        lines.add(indent + "<artifactId>" + coordinates.artifactId() + "</artifactId>");
        lines.add(indent + "<version>" + coordinates.version() + "</version>");
    }

    /**
     * An entry of the dependency management.
     *
     * @param imported whether it is a BOM to import
     */
    record Managed(Coordinates artifact, boolean imported) {}
}
