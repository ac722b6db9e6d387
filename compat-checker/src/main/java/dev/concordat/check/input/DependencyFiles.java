package dev.concordat.check.input;

import dev.concordat.schema.ContractException;
import dev.concordat.schema.ContractFile;
import dev.concordat.schema.Problem;
import dev.concordat.schema.config.Dependency;
import dev.concordat.schema.config.ImportedJar;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The contract files of all dependencies of a workspace that are on this machine. */
final class DependencyFiles {
    private final List<Dependency> missing = new ArrayList<>();
    private final Map<String, Found> byPath = new HashMap<>();
    private final Map<String, Found> others = new HashMap<>();

    private DependencyFiles() {}

    static DependencyFiles of(List<Dependency> wanted, Dependencies dependencies) throws ContractException {
        DependencyFiles files = new DependencyFiles();
        for (Dependency dependency : wanted) {
            Optional<Map<String, ContractFile>> kept = dependencies.find(dependency);
            if (kept.isPresent()) {
                kept.get().forEach((path, file) -> files.add(path, new Found(dependency, file)));
            } else {
                files.missing.add(dependency);
            }
        }
        return files;
    }

    private void add(String path, Found found) {
        Found first = byPath.putIfAbsent(path, found);
        if (first != null
                && !Arrays.equals(
                        first.file().text().bytes(), found.file().text().bytes())) {
            others.putIfAbsent(path, found);
        }
    }

    /** The file with an import path. */
    Optional<ContractFile> find(String path) {
        return Optional.ofNullable(byPath.get(path)).map(Found::file);
    }

    /** The jar that a file is from, empty when it is from no jar. */
    Optional<ImportedJar> jar(String path) {
        return Optional.ofNullable(byPath.get(path))
                .flatMap(found -> found.dependency().jar());
    }

    /** What keeps a file from being read though it may be there: empty when nothing does. */
    Optional<Problem> objection(String path) {
        Found first = byPath.get(path);
        Found other = others.get(path);
        if (first != null && other != null) {
            return Optional.of(Problem.of(
                    "\"%s\" is in %s and, with another content, in %s."
                            .formatted(path, told(first.dependency()), told(other.dependency())),
                    "Name versions of the two that agree, or remove one."));
        }
        return first != null || missing.isEmpty() ? Optional.empty() : Optional.of(lacking(path));
    }

    private Problem lacking(String path) {
        String reasons = missing.stream()
                .map(dependency -> told(dependency) + ", " + reason(dependency))
                .collect(Collectors.joining("; or of "));
        Set<String> remedies = new LinkedHashSet<>();
        missing.forEach(dependency -> remedies.add(remedy(dependency)));
        return Problem.of(
                "\"%s\" is in no module here and not built in; nothing is fetched while checking, and it may be a part of %s."
                        .formatted(path, reasons),
                String.join(" ", remedies));
    }

    private static String told(Dependency dependency) {
        return dependency
                .jar()
                .map(jar -> "%s (%s)".formatted(dependency.name(), jar))
                .orElseGet(dependency::toString);
    }

    private static String reason(Dependency dependency) {
        if (dependency.jar().isPresent()) {
            return dependency.jar().get().sha256().isPresent()
                    ? "which was not fetched yet"
                    : "which has no digest in concordat.yaml yet";
        }
        return dependency.pin().isPresent() ? "which buf's cache lacks" : "which buf.lock does not pin";
    }

    private static String remedy(Dependency dependency) {
        if (dependency.jar().isPresent()) {
            return dependency.jar().get().sha256().isPresent()
                    ? "Run \"concordat fetch\", with the state as its input if it is not this one: \"concordat fetch .git#commit=...\"."
                    : "Run \"concordat fetch --update\".";
        }
        return "Run \"%s\", which fills buf's cache; or name a jar under \"imports\" in concordat.yaml and run \"concordat fetch\"."
                .formatted(dependency.pin().isPresent() ? "buf build" : "buf dep update");
    }

    /** A file, and where it is from. */
    private record Found(Dependency dependency, ContractFile file) {}
}
