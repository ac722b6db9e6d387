package dev.concordat.release;

import dev.concordat.generate.Lock;
import dev.concordat.pipeline.ImportDigests;
import dev.concordat.schema.ContractException;
import dev.concordat.schema.config.ImportedJar;
import dev.concordat.schema.config.Imports;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Any bytes are read as concordat.yaml, as concordat.lock, as the message of a release tag or as the imports of concordat.yaml, or refused; the first
 * byte says which.
 */
public final class RegistryFuzz {
    private static final int KINDS = 4;
    private static final ReleaseTag TAG = new ReleaseTag("routeguide", new Version(1, 1, 0));

    private RegistryFuzz() {}

    /** One input. */
    public static void fuzzerTestOneInput(byte[] input) {
        if (input.length == 0) {
            return;
        }
        byte[] bytes = Arrays.copyOfRange(input, 1, input.length);
        try {
            switch ((input[0] & 0xFF) % KINDS) {
                case 0 -> ConcordatYaml.parse(ConcordatYaml.FILE, bytes);
                case 1 -> Lock.read(Lock.FILE, Optional.of(bytes)).digest();
                case 2 -> readRecord(new String(bytes, StandardCharsets.UTF_8));
                default -> writeDigests(bytes);
            }
        } catch (ContractException refused) {
            if (refused.problems().get(0).message().isEmpty()) {
                throw new IllegalStateException(refused);
            }
        }
    }

    /** Digests that are written are read again, all else stays. */
    private static void writeDigests(byte[] bytes) throws ContractException {
        Map<String, ImportedJar> jars = new LinkedHashMap<>();
        Imports.parse(ConcordatYaml.FILE, bytes)
                .forEach((module, jar) -> jars.put(
                        module,
                        new ImportedJar(jar.group(), jar.artifact(), jar.version(), Optional.of("3".repeat(64)))));
        String written = ImportDigests.write(ConcordatYaml.FILE, new String(bytes, StandardCharsets.UTF_8), jars);
        if (!ImportDigests.write(ConcordatYaml.FILE, written, jars).equals(written)) {
            throw new IllegalStateException("The same digests change the text again.");
        }
    }

    /** What is read is spelled as it is printed, so that nothing in a tag goes unread. */
    private static void readRecord(String message) throws ContractException {
        if (!ReleaseRecord.parse(TAG, message).print().equals(message)) {
            throw new IllegalStateException("A record is not what its tag says.");
        }
    }
}
