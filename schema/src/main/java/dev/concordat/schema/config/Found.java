package dev.concordat.schema.config;

import dev.concordat.schema.ContractException;
import dev.concordat.schema.ContractFile;
import dev.concordat.schema.Failure;
import dev.concordat.schema.Place;
import dev.concordat.schema.SourceText;
import java.util.Optional;

/**
 * A contract file before it is read; one file may belong to two modules.
 *
 * @param path the path in the tree
 * @param printed the path that it is printed with
 * @param importPath the path that other files import it by
 */
record Found(String path, String printed, ModuleConfig module, String importPath) {
    /** What Java puts in the place of bytes that are no letter. */
    private static final char NO_LETTER = '\uFFFD';

    /** The file, read. */
    ContractFile read(byte[] content) {
        return with(new SourceText(printed, content));
    }

    /** The file, which has the same text as another one. */
    ContractFile with(SourceText same) {
        SourceText text = printed.equals(same.path()) ? same : new SourceText(printed, same.bytes());
        return new ContractFile(importPath, Optional.of(module.id()), text);
    }

    /** What to say when there is no such file any more, or none that can be named. */
    ContractException gone() {
        return path.indexOf(NO_LETTER) < 0
                ? problem("The file was there and is gone.", "Run the command again.")
                : problem(
                        "The name of this file has bytes that are no letters here, so it cannot be opened.",
                        "Rename it in UTF-8, or run in a locale that is installed and has UTF-8, such as LC_ALL=C.UTF-8.");
    }

    private ContractException problem(String message, String remedy) {
        return ContractException.at(Failure.NO_ANSWER, Place.of(printed), message, remedy);
    }
}
