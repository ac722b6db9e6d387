package dev.concordat.schema.fuzz;

import dev.concordat.schema.ContractException;
import dev.concordat.schema.image.ImageBytes;
import java.util.Arrays;
import java.util.List;

/** Any bytes are read as an image or refused; the first byte says in which format. */
public final class ImageFuzz {
    private static final List<String> NAMES =
            List.of("a.binpb", "a.json", "a.txtpb", "a.binpb.gz", "a.binpb.zst", "a.yaml");

    private ImageFuzz() {}

    /** One input. */
    public static void fuzzerTestOneInput(byte[] input) {
        if (input.length == 0) {
            return;
        }
        try {
            ImageBytes.read(NAMES.get((input[0] & 0xFF) % NAMES.size()), Arrays.copyOfRange(input, 1, input.length));
        } catch (ContractException refused) {
            if (refused.problems().isEmpty()) {
                throw new IllegalStateException(refused);
            }
        }
    }
}
