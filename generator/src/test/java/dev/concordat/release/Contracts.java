package dev.concordat.release;

import dev.concordat.check.Violation;
import dev.concordat.check.breaking.BreakingChecker;
import dev.concordat.schema.ContractException;
import dev.concordat.schema.ContractFile;
import dev.concordat.schema.Schema;
import dev.concordat.schema.SourceText;
import dev.concordat.schema.config.CheckConfig;
import dev.concordat.schema.link.LinkingCompiler;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Contracts without a repository: each file {@code MODULE/NAME.proto} is imported as it is named, and belongs to the module. */
final class Contracts {
    private final List<ContractFile> files = new ArrayList<>();

    private Contracts() {}

    static Contracts of(String path, String text) {
        return new Contracts().and(path, text);
    }

    Contracts and(String path, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        String module = path.substring(0, path.indexOf('/'));
        files.add(new ContractFile(path, Optional.of(module), new SourceText(path, bytes)));
        return this;
    }

    Schema compile() throws ContractException {
        return new LinkingCompiler().compile(files);
    }

    /** What these rules find in a module. */
    static List<Violation> violations(Schema previous, Schema current, String module, String... rules)
            throws ContractException {
        CheckConfig config = new CheckConfig(List.of(rules), List.of(), List.of(), Map.of(), false);
        return new BreakingChecker().check(previous, current, Optional.of(module), config);
    }
}
