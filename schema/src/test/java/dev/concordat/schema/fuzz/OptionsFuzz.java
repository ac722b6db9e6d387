package dev.concordat.schema.fuzz;

import dev.concordat.schema.ContractFile;
import dev.concordat.schema.SourceText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Any text between a field's brackets, beside options of every type, is interpreted or refused. */
public final class OptionsFuzz {
    private static final byte[] HEAD = ("syntax = \"proto2\"; package oracle.use; import \"b.proto\";"
                    + " message M { optional int32 a = 1 [")
            .getBytes(StandardCharsets.UTF_8);
    private static final byte[] TAIL = "]; }".getBytes(StandardCharsets.UTF_8);
    private static final ContractFile OPTIONS = options();

    private OptionsFuzz() {}

    /** One input. */
    public static void fuzzerTestOneInput(byte[] input) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        text.writeBytes(HEAD);
        text.writeBytes(input);
        text.writeBytes(TAIL);
        LinkerFuzz.link(List.of(
                new ContractFile("a.proto", Optional.of("."), new SourceText("a.proto", text.toByteArray())), OPTIONS));
    }

    private static ContractFile options() {
        try (InputStream resource = Optional.ofNullable(
                        OptionsFuzz.class.getResourceAsStream("/oracle/cases/lib/options.proto"))
                .orElseThrow()) {
            return new ContractFile("b.proto", Optional.of("."), new SourceText("b.proto", resource.readAllBytes()));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
