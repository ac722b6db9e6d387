package dev.concordat.schema.fuzz;

import dev.concordat.schema.ContractException;
import dev.concordat.schema.source.InputReference;
import dev.concordat.schema.source.OpenInput;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.List;

/** Any bytes are read as an archive or refused; the first byte says of which format. */
public final class ArchiveFuzz {
    private static final List<String> INPUTS = List.of(
            "-#format=zip",
            "-#format=tar",
            "-#format=tar,compression=gzip",
            "-#format=tar,compression=zstd",
            "-#format=jar",
            "-#format=zip,strip_components=1",
            "-#format=tar,strip_components=1,subdir=a");

    private ArchiveFuzz() {}

    /** One input. */
    public static void fuzzerTestOneInput(byte[] input) {
        if (input.length == 0) {
            return;
        }
        ByteArrayInputStream bytes = new ByteArrayInputStream(input, 1, input.length - 1);
        try (OpenInput open = InputReference.parse(INPUTS.get((input[0] & 0xFF) % INPUTS.size()))
                .open(Path.of(""), bytes)) {
            TreeFuzz.read(open.tree());
        } catch (ContractException refused) {
            TreeFuzz.checkWords(refused);
        }
    }
}
