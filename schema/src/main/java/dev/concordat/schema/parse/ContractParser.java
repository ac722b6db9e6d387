package dev.concordat.schema.parse;

import dev.concordat.schema.SourceText;
import java.util.List;

/** Parses contract files. */
public final class ContractParser {
    private ContractParser() {}

    /** Parses one file. */
    public static ParsedFile parse(SourceText text) {
        return new ParsedFile(new FileNode(text, List.of(), 0, 0), List.of());
    }
}
