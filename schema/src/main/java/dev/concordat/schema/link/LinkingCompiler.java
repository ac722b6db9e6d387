package dev.concordat.schema.link;

import dev.concordat.schema.ContractCompiler;
import dev.concordat.schema.ContractException;
import dev.concordat.schema.ContractFile;
import dev.concordat.schema.Failure;
import dev.concordat.schema.Schema;
import dev.concordat.schema.parse.ParsedFiles;
import java.util.List;

/** Compiles contracts with our own parser and linker. A file that several revisions share is parsed once. */
public final class LinkingCompiler implements ContractCompiler {
    private final ParsedFiles parsed;

    /** A compiler that has seen no file yet. */
    public LinkingCompiler() {
        this(new ParsedFiles());
    }

    /** A compiler that parses no file again that is parsed already. */
    public LinkingCompiler(ParsedFiles parsed) {
        this.parsed = parsed;
    }

    /** Makes ready what every compilation needs, for which the first would wait a few dozen milliseconds. */
    public static void prepare() {
        BuiltInDescriptor.get();
    }

    @Override
    public Schema compile(List<ContractFile> files) throws ContractException {
        LinkResult result = Linker.link(files, parsed);
        if (!result.problems().isEmpty()) {
            throw new ContractException(Failure.CONTRACT, result.problems());
        }
        return SchemaBuilder.build(result.files());
    }
}
