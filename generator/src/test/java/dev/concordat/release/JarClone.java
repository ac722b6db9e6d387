package dev.concordat.release;

import dev.concordat.check.input.ImportCache;
import dev.concordat.schema.ContractException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A clone whose contracts import one of a jar, which is in the clone's cache. */
final class JarClone {
    static final String MONEY = "syntax = \"proto3\"; package acme; message Money { int64 units = 2; }";
    static final String MONEY_AS_TEXT = MONEY.replace("int64", "string");

    private JarClone() {}

    /** One module, {@code route}, that imports {@code acme/money.proto} of {@code com.acme:common}. */
    static ContractClone importing(Path directory, String version, String money) throws IOException {
        ContractClone clone = ContractClone.create(directory, "route");
        clone.proto("route", "import \"acme/money.proto\";", "message Route { acme.Money price = 2; }");
        naming(directory, clone, version, money).commit();
        return clone;
    }

    /** Makes the configuration name a version of the jar that holds such a contract, which is not committed. */
    static ContractClone naming(Path directory, ContractClone clone, String version, String money) throws IOException {
        return naming(directory, clone, version, Map.of("acme/money.proto", money));
    }

    /** The same of contracts by import path. */
    static ContractClone naming(Path directory, ContractClone clone, String version, Map<String, String> contracts)
            throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> contract : contracts.entrySet()) {
                zip.putNextEntry(new ZipEntry(contract.getKey()));
                zip.write(contract.getValue().getBytes(StandardCharsets.UTF_8));
            }
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
