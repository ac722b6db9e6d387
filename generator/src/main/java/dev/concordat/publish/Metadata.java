package dev.concordat.publish;

import dev.concordat.generate.Coordinates;
import dev.concordat.schema.ContractException;
import dev.concordat.schema.Failure;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.aether.util.version.GenericVersionScheme;
import org.eclipse.aether.version.InvalidVersionSpecificationException;
import org.eclipse.aether.version.Version;

/** The {@code maven-metadata.xml} of a project: derived from what is released, never the truth about it. */
final class Metadata {
    private static final String FILE = "/maven-metadata.xml";
    private static final Pattern VERSION = Pattern.compile("<version>([^<]+)</version>");
    private static final DateTimeFormatter UPDATED =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(ZoneOffset.UTC);
    private static final int TRIES = 5;

    private Metadata() {}

    /**
     * Lists released versions, besides those that are listed already; done again when somebody else wrote in between.
     *
     * @param updated when the newest of them was released
     */
    static void list(ArtifactRepository repository, Coordinates project, Collection<String> versions, Instant updated)
            throws ContractException {
        String path = ReleasedFiles.directory(project) + FILE;
        for (int attempt = 0; attempt < TRIES; attempt++) {
            Optional<byte[]> there = repository.read(path);
            SortedSet<String> listed = listed(there);
            boolean complete = there.isPresent() && listed.containsAll(versions);
            if (complete && hasItsChecksums(repository, path, there.get())) {
                return;
            }
            listed.addAll(versions);
            byte[] bytes = complete ? there.get() : print(project, List.copyOf(listed), updated);
            if (!complete) {
                repository.replace(path, bytes);
            }
            for (var checksum : Digests.ofMetadata(bytes).entrySet()) {
                repository.replace(path + checksum.getKey(), checksum.getValue());
            }
        }
        throw ContractException.of(
                Failure.NO_ANSWER,
                "\"%s\" in repository %s does not stay as it is written: others write it too."
                        .formatted(path, repository.description()),
                "Run the command again when they have finished: it goes on where it stopped.");
    }

    /** A run that was interrupted may have left those of an earlier list. */
    private static boolean hasItsChecksums(ArtifactRepository repository, String path, byte[] bytes)
            throws ContractException {
        for (var checksum : Digests.ofMetadata(bytes).entrySet()) {
            Optional<byte[]> there = repository.read(path + checksum.getKey());
            if (there.isEmpty() || !Arrays.equals(there.get(), checksum.getValue())) {
                return false;
            }
        }
        return true;
    }

    private static SortedSet<String> listed(Optional<byte[]> metadata) {
        SortedSet<String> versions = new TreeSet<>(Comparator.comparing(Metadata::ordered));
        metadata.ifPresent(bytes -> {
            String text = new String(bytes, StandardCharsets.UTF_8);
            Matcher matcher = VERSION.matcher(text.substring(Math.max(0, text.indexOf("<versions>"))));
            while (matcher.find()) {
                versions.add(matcher.group(1));
            }
        });
        return versions;
    }

    private static byte[] print(Coordinates project, List<String> versions, Instant updated) {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<metadata>\n");
        xml.append("  <groupId>").append(project.groupId()).append("</groupId>\n");
        xml.append("  <artifactId>").append(project.artifactId()).append("</artifactId>\n  <versioning>\n");
        xml.append("    <latest>").append(versions.get(versions.size() - 1)).append("</latest>\n");
        versions.stream()
                .filter(version -> !version.endsWith("-SNAPSHOT"))
                .reduce((first, second) -> second)
                .ifPresent(
                        release -> xml.append("    <release>").append(release).append("</release>\n"));
        xml.append("    <versions>\n");
        versions.forEach(
                version -> xml.append("      <version>").append(version).append("</version>\n"));
        xml.append("    </versions>\n    <lastUpdated>")
                .append(UPDATED.format(updated))
                .append("</lastUpdated>\n");
        return xml.append("  </versioning>\n</metadata>\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static Version ordered(String version) {
        try {
            return new GenericVersionScheme().parseVersion(version);
        } catch (InvalidVersionSpecificationException e) {
            throw new IllegalStateException("Maven reads any version.", e);
        }
    }
}
