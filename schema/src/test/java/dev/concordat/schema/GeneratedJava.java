package dev.concordat.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What protoc makes of a contract without a java_package. */
final class GeneratedJava {
    private GeneratedJava() {}

    /** The sources by the names of their classes, empty where no protoc is at hand. */
    static SortedMap<String, String> of(ContractFile contract, Path scratch) throws IOException, InterruptedException {
        SortedMap<String, String> sources = new TreeMap<>();
        Path protoc = Path.of(System.getProperty("protoc", "protoc")).toAbsolutePath();
        if (!Files.exists(protoc)) {
            System.out.println("No protoc at hand to generate Java from " + contract.importPath());
            return sources;
        }
        if (!Files.isExecutable(protoc) && !protoc.toFile().setExecutable(true)) {
            throw new IOException(protoc + " cannot be made executable.");
        }
        List<ContractFile> files = new ArrayList<>(BuiltInContracts.importedBy(List.of(contract)));
        files.add(contract);
        for (ContractFile file : files) {
            Path target = scratch.resolve(file.importPath());
            Files.createDirectories(target.getParent());
            Files.write(target, file.text().bytes());
        }
        Path java = Files.createDirectory(scratch.resolve("java"));
        Process process = new ProcessBuilder(protoc.toString(), "-I.", "--java_out=java", contract.importPath())
                .directory(scratch.toFile())
                .redirectErrorStream(true)
                .redirectOutput(scratch.resolve("protoc.txt").toFile())
                .start();
        assertEquals(0, process.waitFor(), Files.readString(scratch.resolve("protoc.txt")));
        try (Stream<Path> generated = Files.list(java)) {
            for (Path source : generated.toList()) {
                sources.put(String.valueOf(source.getFileName()).replace(".java", ""), Files.readString(source));
            }
        }
        return sources;
    }
}
