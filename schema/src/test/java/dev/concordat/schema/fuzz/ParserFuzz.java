package dev.concordat.schema.fuzz;

import dev.concordat.schema.SourceText;
import dev.concordat.schema.parse.ContractParser;
import dev.concordat.schema.parse.ParsedFile;
import dev.concordat.schema.parse.Statement;

/** Any bytes are parsed to their end, and every statement lies in them. */
public final class ParserFuzz {
    private ParserFuzz() {}

    /** One input. */
    public static void fuzzerTestOneInput(byte[] input) {
        ParsedFile parsed = new ContractParser().parse(new SourceText("a.proto", input));
        int at = 0;
        for (Statement statement : parsed.file().statements()) {
            if (statement.start() < at || statement.end() < statement.start() || statement.end() > input.length) {
                throw new IllegalStateException("A statement from " + statement.start() + " to " + statement.end()
                        + " behind " + at + " in " + input.length + " bytes.");
            }
            at = statement.start();
            statement.comments().leading();
            statement.comments().trailing();
            statement.comments().detached();
        }
    }
}
