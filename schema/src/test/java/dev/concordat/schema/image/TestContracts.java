package dev.concordat.schema.image;

import dev.concordat.schema.ContractCompiler;
import dev.concordat.schema.ContractException;
import dev.concordat.schema.ContractFile;
import dev.concordat.schema.Schema;
import dev.concordat.schema.SourceText;
import dev.concordat.schema.link.LinkingCompiler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Contracts that images are made of: those of this project, and everything that is hard to write down. */
final class TestContracts {
    private static final Path PROJECT = Path.of("..");

    private TestContracts() {}

    static Schema compile(List<ContractFile> files) throws ContractException {
        ContractCompiler compiler = new LinkingCompiler();
        return compiler.compile(files);
    }

    /** The contracts that this project publishes. */
    static List<ContractFile> ours() throws IOException {
        Map<String, ContractFile> files = new LinkedHashMap<>();
        List<Path> roots = new ArrayList<>(List.of(PROJECT.resolve("options")));
        try (Stream<Path> modules = Files.list(PROJECT.resolve("contracts"))) {
            modules.filter(Files::isDirectory).sorted().forEach(roots::add);
        }
        for (Path root : roots) {
            try (Stream<Path> walk = Files.walk(root)) {
                for (Path path : walk.filter(file -> file.toString().endsWith(".proto"))
                        .sorted()
                        .toList()) {
                    String importPath = root.relativize(path).toString().replace('\\', '/');
                    files.put(importPath, file(importPath, Files.readString(path)));
                }
            }
        }
        return List.copyOf(files.values());
    }

    /** One contract with every kind of custom option and declaration. */
    static List<ContractFile> hard() throws IOException {
        List<ContractFile> files = new ArrayList<>();
        for (String name : List.of("hard/options.proto", "hard/edition.proto", "hard/all.proto")) {
            files.add(file(
                    name, Files.readString(Path.of("src/test/resources/image").resolve(name))));
        }
        return files;
    }

    static ContractFile file(String importPath, String text) {
        return new ContractFile(
                importPath,
                Optional.of(ImageReader.MODULE),
                new SourceText(importPath, text.getBytes(StandardCharsets.UTF_8)));
    }
}
