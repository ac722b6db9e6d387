package dev.concordat.release;

import dev.concordat.generate.Lock;
import dev.concordat.schema.ContractException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** Any bytes are read as concordat.yaml, as concordat.lock or as the message of a release tag, or refused; the first byte says which. */
public final class RegistryFuzz {
    private static final int KINDS = 3;
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
                default -> readRecord(new String(bytes, StandardCharsets.UTF_8));
            }
        } catch (ContractException refused) {
            if (refused.problems().get(0).message().isEmpty()) {
                throw new IllegalStateException(refused);
            }
        }
    }

    /** What is read is spelled as it is printed, so that nothing in a tag goes unread. */
    private static void readRecord(String message) throws ContractException {
        if (!ReleaseRecord.parse(TAG, message).print().equals(message)) {
            throw new IllegalStateException("A record is not what its tag says.");
        }
    }
}
