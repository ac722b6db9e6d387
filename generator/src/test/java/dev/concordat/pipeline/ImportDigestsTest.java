package dev.concordat.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.concordat.schema.ContractException;
import dev.concordat.schema.Failure;
import dev.concordat.schema.config.ImportedJar;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ImportDigestsTest {
    private static final String BEFORE = """
            version: v1
            imports:
              # The shared types.
              buf.build/acme/common: # money
                maven: com.acme:common:1.4.0 # the last for Java 11
              "buf.build/acme/base":
                sha256: 2222222222222222222222222222222222222222222222222222222222222222 # looked at
                maven: com.acme:base:2.0
            group: com.example
            """;

    @Test
    void leavesAllElseAsItIs() throws ContractException {
        assertEquals("""
                version: v1
                imports:
                  # The shared types.
                  buf.build/acme/common: # money
                    maven: com.acme:common:1.4.0 # the last for Java 11
                    sha256: 3333333333333333333333333333333333333333333333333333333333333333
                  "buf.build/acme/base":
                    sha256: 5555555555555555555555555555555555555555555555555555555555555555 # looked at
                    maven: com.acme:base:2.0
                group: com.example
                """, ImportDigests.write("concordat.yaml", BEFORE, jars()));
    }

    @Test
    void writesTheSameTwice() throws ContractException {
        String once = ImportDigests.write("concordat.yaml", BEFORE, jars());
        assertEquals(once, ImportDigests.write("concordat.yaml", once, jars()));
    }

    @Test
    void refusesAnotherLayoutAndTellsTheDigests() {
        String text = """
                version: v1
                imports:
                  buf.build/acme/common: {maven: "com.acme:common:1.4.0"}
                  buf.build/acme/base: {maven: "com.acme:base:2.0"}
                """;
        ContractException e =
                assertThrows(ContractException.class, () -> ImportDigests.write("concordat.yaml", text, jars()));
        assertEquals(Failure.CONFIGURATION, e.failure());
        assertTrue(
                String.valueOf(e.getMessage()).contains("buf.build/acme/base has " + "5".repeat(64)), e.getMessage());
    }

    private static Map<String, ImportedJar> jars() {
        Map<String, ImportedJar> jars = new LinkedHashMap<>();
        jars.put("buf.build/acme/common", new ImportedJar("com.acme", "common", "1.4.0", Optional.of("3".repeat(64))));
        jars.put("buf.build/acme/base", new ImportedJar("com.acme", "base", "2.0", Optional.of("5".repeat(64))));
        return jars;
    }
}
