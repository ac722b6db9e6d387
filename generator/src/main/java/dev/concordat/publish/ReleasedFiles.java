package dev.concordat.publish;

import dev.concordat.generate.Coordinates;
import dev.concordat.schema.ContractException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The files of a release in a repository: which should be there, and which are.
 *
 * @param group the Maven group
 * @param version the version
 * @param sha256 the digest of each file, by name
 */
public record ReleasedFiles(String group, String version, Map<String, String> sha256) {

    /** Copies the map. */
    public ReleasedFiles {
        sha256 = new TreeMap<>(sha256);
    }

    /** The projects that the files belong to. */
    public List<Coordinates> projects() {
        return sha256.keySet().stream().map(this::project).distinct().sorted().toList();
    }

    /** The files in the order of writing: POMs first, because a jar without its POM resolves without its dependencies; main jars last, because they make
     * a version usable. */
    List<String> order() {
        return sha256.keySet().stream()
                .sorted(Comparator.comparing(this::rank).thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    /**
     * The names of the files that are not there yet.
     *
     * @throws ContractException of kind CONFLICT, when one is there with other bytes
     */
    List<String> missing(ArtifactRepository repository) throws ContractException {
        List<String> missing = new ArrayList<>();
        for (String name : order()) {
            Optional<byte[]> there = repository.read(path(name));
            if (there.isEmpty()) {
                missing.add(name);
            } else {
                String digest = Digests.hex("SHA-256", there.get());
                if (!digest.equals(sha256.get(name))) {
                    throw Conflict.problem(
                            path(name), repository.description(), String.valueOf(sha256.get(name)), digest);
                }
            }
        }
        return missing;
    }

    /** Where a file is in a repository. */
    String path(String name) {
        return directory(project(name)) + "/" + version + "/" + name;
    }

    /** Where a project is in a repository. */
    static String directory(Coordinates project) {
        return project.groupId().replace('.', '/') + "/" + project.artifactId();
    }

    private Coordinates project(String name) {
        int end = name.indexOf("-" + version);
        if (end <= 0) {
            throw new IllegalStateException("File " + name + " is not named after version " + version + ".");
        }
        return new Coordinates(group, name.substring(0, end), version);
    }

    private int rank(String name) {
        if (name.endsWith(".pom")) {
            return 0;
        }
        return name.equals(project(name).artifactId() + "-" + version + ".jar") ? 2 : 1;
    }

    /** For messages: the projects, without version. */
    @Override
    public String toString() {
        return projects().stream().map(Coordinates::artifactId).collect(Collectors.joining(", ")) + " " + version;
    }
}
