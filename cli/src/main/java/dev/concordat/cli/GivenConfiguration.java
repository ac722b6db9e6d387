package dev.concordat.cli;

import dev.concordat.schema.ContractException;
import dev.concordat.schema.Failure;
import dev.concordat.schema.config.BufYaml;
import dev.concordat.schema.source.FileReason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Optional;

/** A buf.yaml that a flag gives in place of the input's own. */
final class GivenConfiguration {
    /** Of a command's input. */
    static final Flag FLAG = Flag.valued("--config", "file or data", "A buf.yaml to use instead of the input's own");

    private GivenConfiguration() {}

    /** What a flag gives: a file when it is named like one, else the data itself, as buf does. */
    static Optional<BufYaml> of(Flag flag, Arguments arguments, Terminal terminal) throws ContractException {
        Optional<String> given = arguments.value(flag.name());
        if (given.isEmpty()) {
            return Optional.empty();
        }
        String text = given.get();
        if (!text.matches(".*\\.(ya?ml|json)")) {
            return Optional.of(BufYaml.parse(flag.name(), text.getBytes(StandardCharsets.UTF_8)));
        }
        try {
            return Optional.of(
                    BufYaml.parse(text, Files.readAllBytes(terminal.directory().resolve(text))));
        } catch (IOException e) {
            throw ContractException.of(
                    Failure.CONFIGURATION,
                    "\"%s\" of %s cannot be read: %s.".formatted(text, flag.name(), FileReason.of(e)),
                    "Correct the path, or give the data itself.");
        }
    }
}
