package dev.concordat.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The contracts that every build can import: protobuf's well-known types, protovalidate, Google's common types and our options. */
public final class BuiltInContracts {
    /** The import path of the file that options, and all else that contracts are made of, are declared in. */
    public static final String DESCRIPTOR = "google/protobuf/descriptor.proto";

    /** Finds too much rather than too little: an import inside a comment costs one unneeded file. */
    private static final Pattern IMPORT =
            Pattern.compile("\\bimport\\s+(?:public\\s+|weak\\s+|option\\s+)?[\"']([^\"']+)[\"']");

    /** Those that were asked for: to look for one is dear, since every module of Java's is asked first. */
    private static final Map<String, ContractFile> FOUND = new ConcurrentHashMap<>();

    private BuiltInContracts() {}

    /** The built-in file of this import path, which must be written as protobuf wants it: no empty, {@code .} or {@code ..} part. */
    public static Optional<ContractFile> find(String importPath) {
        return isPlain(importPath)
                ? Optional.ofNullable(FOUND.computeIfAbsent(importPath, BuiltInContracts::read))
                : Optional.empty();
    }

    private static @Nullable ContractFile read(String importPath) {
        try (InputStream resource = BuiltInContracts.class.getResourceAsStream("builtin/" + importPath)) {
            return resource == null
                    ? null
                    : new ContractFile(
                            importPath, Optional.empty(), new SourceText(importPath, resource.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isPlain(String path) {
        return path.endsWith(".proto")
                && path.indexOf('\\') < 0
                && !("/" + path).contains("//")
                && !("/" + path).contains("/./")
                && !("/" + path).contains("/../");
    }

    /** The built-in files that these files import, directly or not, and do not define themselves. */
    public static List<ContractFile> importedBy(Collection<ContractFile> files) {
        Map<String, ContractFile> known = new LinkedHashMap<>();
        files.forEach(file -> known.put(file.importPath(), file));
        Map<String, ContractFile> found = new LinkedHashMap<>();
        Deque<ContractFile> open = new ArrayDeque<>(files);
        while (!open.isEmpty()) {
            SourceText text = open.pop().text();
            Matcher imports = IMPORT.matcher(new String(text.bytes(), StandardCharsets.ISO_8859_1));
            while (imports.find()) {
                String path = imports.group(1);
                if (!known.containsKey(path) && !found.containsKey(path)) {
                    find(path).ifPresent(file -> {
                        found.put(path, file);
                        open.push(file);
                    });
                }
            }
        }
        return List.copyOf(found.values());
    }
}
