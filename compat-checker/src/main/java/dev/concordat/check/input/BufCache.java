package dev.concordat.check.input;

import dev.concordat.check.report.Shake256;
import dev.concordat.schema.ContractException;
import dev.concordat.schema.ContractFile;
import dev.concordat.schema.Failure;
import dev.concordat.schema.Place;
import dev.concordat.schema.SourceText;
import dev.concordat.schema.config.Dependency;
import dev.concordat.schema.config.Dependency.Pin;
import dev.concordat.schema.config.YamlMapping;
import dev.concordat.schema.source.DirectoryTree;
import dev.concordat.schema.source.PathRules;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The modules of buf's registry that buf has kept on this machine. They are only read, and only when their files hash to what buf.lock says. */
public final class BufCache {
    private static final String INFORMATION = "module.yaml";
    private static final int DIGEST_BYTES = 64;

    private final Path directory;

    /** A cache in a directory, which need not be there. */
    public BufCache(Path directory) {
        this.directory = directory;
    }

    /** The contract files of a dependency by import path, empty when it is not pinned or not kept here. */
    Optional<Map<String, ContractFile>> find(Dependency dependency) throws ContractException {
        if (dependency.pin().isEmpty()) {
            return Optional.empty();
        }
        Pin pin = dependency.pin().get();
        String kind = pin.digest().substring(0, pin.digest().indexOf(':'));
        Path place;
        try {
            place = directory.resolve(Path.of("v3", "modules", kind, dependency.name(), pin.commit()));
        } catch (InvalidPathException e) {
            // Nothing on Windows has a name with a colon, as before the port of a registry.
            return Optional.empty();
        }
        DirectoryTree kept = new DirectoryTree(place, dependency + ": ");
        Optional<byte[]> information = kept.read(INFORMATION);
        if (information.isEmpty()) {
            return Optional.empty();
        }
        Information told = YamlMapping.read(dependency + ": " + INFORMATION, information.get(), BufCache::information);
        Map<String, byte[]> files = read(kept, told.directory());
        if (!digest(kind, kept, told, files).equals(pin.digest())) {
            throw ContractException.at(
                    Failure.NO_ANSWER,
                    Place.of(dependency.toString()),
                    "What buf's cache has is not what buf.lock pins: it hashes to something else.",
                    "Run \"buf registry cc\", then \"buf build\"; if it stays so, find out who changed buf.lock.");
        }
        Map<String, ContractFile> contracts = new HashMap<>();
        files.forEach((path, content) -> {
            if (path.endsWith(".proto")) {
                contracts.put(path, new ContractFile(path, Optional.empty(), new SourceText(path, content)));
            }
        });
        return Optional.of(contracts);
    }

    private static Map<String, byte[]> read(DirectoryTree kept, String directory) throws ContractException {
        Map<String, byte[]> files = new TreeMap<>();
        for (String path : kept.files(directory)) {
            files.put(path.substring(directory.length() + 1), kept.read(path).orElseThrow());
        }
        return files;
    }

    private static String digest(String kind, DirectoryTree kept, Information told, Map<String, byte[]> files)
            throws ContractException {
        Map<String, byte[]> hashed = new TreeMap<>(files);
        if (kind.equals("shake256")) {
            for (String path : told.objects()) {
                hashed.put(
                        path.substring(path.lastIndexOf('/') + 1),
                        kept.read(path).orElse(new byte[0]));
            }
            return hash(manifest(hashed));
        }
        List<String> parts = new ArrayList<>(List.of(hash(manifest(hashed))));
        parts.addAll(told.dependencyDigests().stream().sorted().toList());
        return "b5:" + hash(String.join("\n", parts)).substring("shake256:".length());
    }

    private static String manifest(Map<String, byte[]> files) {
        return files.entrySet().stream()
                .map(file -> hash(file.getValue()) + "  " + file.getKey() + "\n")
                .collect(Collectors.joining());
    }

    private static String hash(String text) {
        return hash(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String hash(byte[] content) {
        return "shake256:" + HexFormat.of().formatHex(Shake256.digest(content, DIGEST_BYTES));
    }

    private static Information information(YamlMapping root) {
        root.acceptAnyKey();
        List<String> digests = new ArrayList<>();
        root.mappings("deps").forEach(entry -> entry.text("digest").ifPresent(digests::add));
        List<String> objects = new ArrayList<>();
        root.text("v1_buf_yaml_file").flatMap(PathRules::normalized).ifPresent(objects::add);
        root.text("v1_buf_lock_file").flatMap(PathRules::normalized).ifPresent(objects::add);
        String files = root.text("files_dir").flatMap(PathRules::normalized).orElse("files");
        return new Information(files, digests, objects);
    }

    /**
     * What buf noted about a module.
     *
     * @param directory where its files are
     * @param dependencyDigests the digests of the modules that it depends on
     * @param objects other files that the older kind of digest counts
     */
    private record Information(String directory, List<String> dependencyDigests, List<String> objects) {}
}
