package dev.concordat.release;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.concordat.check.Violation;
import dev.concordat.check.input.ImportCache;
import dev.concordat.generate.Coordinates;
import dev.concordat.schema.ContractException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What contracts of jars, and options that managed mode sets, mean to releases. */
final class ImportedContractsTest {
    private static final String MONEY = "syntax = \"proto3\"; package acme; message Money { int64 units = 2; }";

    @TempDir
    private Path directory;

    @Test
    void stubsDependOnTheJarThatAContractIsFrom() throws IOException, ContractException {
        ContractClone clone = importing("1.4.0", MONEY);
        Plan plan = clone.plan();
        assertEquals(
                Map.of("acme/money.proto", new Coordinates("com.acme", "common", "1.4.0")),
                new BuildRequests(plan.revision()).stubs(plan.modules().get(0)).imported());
    }

    @Test
    void anotherJarIsAPatch() throws IOException, ContractException {
        ContractClone clone = importing("1.4.0", MONEY);
        clone.release();
        assertEquals(List.of(), clone.plan().due());
        name(clone, "1.5.0", MONEY).commit();
        ModulePlan due = clone.plan().due().get(0);
        assertEquals("route/v1.0.1", due.tag().name());
        assertEquals(PlanAnswer.ofAll(clone), PlanAnswer.ofTouched(clone));
    }

    @Test
    void aPrefixThatMovesEveryClassBreaks() throws IOException, ContractException {
        ContractClone clone = ContractClone.create(directory, "route");
        clone.write("buf.gen.yaml", "version: v2\nmanaged: {enabled: true}\n").commit();
        clone.release();
        clone.write("buf.gen.yaml", """
                version: v2
                managed:
                  enabled: true
                  override:
                    - {file_option: java_package_prefix, value: org}
                """);
        assertEquals(
                List.of("FILE_SAME_JAVA_PACKAGE"),
                clone.planWorkingTree().violations().stream()
                        .map(Violation::ruleId)
                        .toList());
    }

    private ContractClone importing(String version, String money) throws IOException {
        ContractClone clone = ContractClone.create(directory, "route");
        clone.proto("route", "import \"acme/money.proto\";", "message Route { acme.Money price = 2; }");
        name(clone, version, money).commit();
        return clone;
    }

    private ContractClone name(ContractClone clone, String version, String money) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("acme/money.proto"));
            zip.write(money.getBytes(StandardCharsets.UTF_8));
        }
        try {
            new ImportCache(directory.resolve(".git/cache")).keep(bytes.toByteArray());
        } catch (ContractException e) {
            throw new IOException(e);
        }
        return clone.write("concordat.yaml", """
                version: v1
                group: com.example.contracts
                branch: main
                imports:
                  buf.build/acme/common:
                    maven: com.acme:common:%s
                    sha256: %s
                """.formatted(version, ImportCache.sha256(bytes.toByteArray())));
    }
}
