package dev.concordat.check.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.concordat.schema.ContractException;
import dev.concordat.schema.ContractFile;
import dev.concordat.schema.Failure;
import dev.concordat.schema.config.WorkspaceListing;
import dev.concordat.schema.parse.ParsedFiles;
import dev.concordat.schema.source.DirectoryTree;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What must be read besides some files of a workspace that imports contracts from a jar. */
final class NeededFilesTest {
    private static final String MONEY = "import \"acme/money.proto\";\n";
    private static final String ANY = "import \"google/protobuf/any.proto\";\n";

    @TempDir
    private Path directory;

    @Test
    void areThoseThatTheyImportFromTheWorkspaceAndFromJars() throws IOException, ContractException {
        write("order.proto", MONEY + ANY + "import \"box.proto\";\n");
        write("box.proto", "");
        write("other.proto", "");
        assertEquals(
                List.of("acme/money.proto", "acme/unit.proto", "box.proto", "order.proto"),
                paths(needed(jar()).by(Set.of("order.proto"))));
        assertEquals(List.of("box.proto", "other.proto"), paths(needed(jar()).by(Set.of("other.proto", "box.proto"))));
        assertEquals(
                List.of("acme/money.proto", "acme/unit.proto", "box.proto", "order.proto", "other.proto"),
                paths(needed(jar()).by(Set.of("order.proto", "box.proto", "other.proto"))));
    }

    @Test
    void areFromTheJarThatHasThem() throws IOException, ContractException {
        write("order.proto", MONEY + ANY);
        write("box.proto", "");
        NeededFiles needed = needed(jar());
        assertEquals("common", needed.jar("acme/money.proto").orElseThrow().artifact());
        assertEquals(Optional.empty(), needed.jar("box.proto"));
        assertEquals(Optional.empty(), needed.jar("google/protobuf/any.proto"));
        assertEquals(Optional.empty(), needed.jar("acme/gone.proto"));
    }

    @Test
    void areMissedTogetherWhereOnlyAJarThatIsNotThereCanHaveThem() throws IOException, ContractException {
        write("box.proto", MONEY);
        write("order.proto", "import \"box.proto\";\n" + MONEY + ANY);
        ContractException e = assertThrows(
                ContractException.class, () -> needed("0".repeat(64)).by(Set.of("order.proto")));
        assertEquals(Failure.NO_ANSWER, e.failure());
        assertEquals(
                List.of("order.proto:3:8", "box.proto:2:8"),
                e.problems().stream()
                        .map(problem -> problem.place().orElseThrow())
                        .map(place -> place.path() + ":" + place.line() + ":" + place.column())
                        .toList());
    }

    @Test
    void areNotMissedWhereNothingIsImportedFromAJarThatIsNotThere() throws IOException, ContractException {
        write("box.proto", ANY);
        write("order.proto", "import \"box.proto\";\n");
        assertEquals(
                List.of("box.proto", "order.proto"),
                paths(needed("0".repeat(64)).by(Set.of("order.proto"))));
    }

    private void write(String path, String imports) throws IOException {
        Files.writeString(directory.resolve(path), "syntax = \"proto3\";\n" + imports);
    }

    private static List<String> paths(List<ContractFile> files) {
        return files.stream().map(ContractFile::importPath).toList();
    }

    private NeededFiles needed(String sha256) throws IOException, ContractException {
        Files.writeString(directory.resolve("buf.yaml"), "version: v2\n");
        Files.writeString(directory.resolve("concordat.yaml"), """
                version: v1
                group: com.example.contracts
                imports:
                  buf.build/acme/common:
                    maven: com.acme:common:1.4.0
                    sha256: %s
                """.formatted(sha256));
        return new NeededFiles(
                WorkspaceListing.of(new DirectoryTree(directory, ""), ""),
                new ParsedFiles(),
                new Dependencies(new BufCache(directory.resolve("buf")), new ImportCache(directory)));
    }

    /** Keeps a jar, of which not all is needed, and one file is also in the workspace, and returns its digest. */
    private String jar() throws IOException, ContractException {
        Map<String, String> contracts = new TreeMap<>(Map.of(
                "acme/money.proto", "syntax = \"proto3\";\nimport \"acme/unit.proto\";\n",
                "acme/unit.proto", "syntax = \"proto3\";\n",
                "acme/word.proto", "syntax = \"proto3\";\n",
                "box.proto", "syntax = \"proto3\";\n"));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> contract : contracts.entrySet()) {
                zip.putNextEntry(new ZipEntry(contract.getKey()));
                zip.write(contract.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        new ImportCache(directory).keep(bytes.toByteArray());
        return ImportCache.sha256(bytes.toByteArray());
    }
}
