package dev.concordat.schema.source;

import dev.concordat.schema.ContractException;
import dev.concordat.schema.Failure;
import dev.concordat.schema.Place;

/** The refusal of files that are too large to be contracts. */
final class FileLimit {
    private FileLimit() {}

    static ContractException exceeded(String printedPath, long size) {
        return ContractException.at(
                Failure.NO_ANSWER,
                Place.of(printedPath),
                "The file has %s bytes; more than 4 MiB are not read.".formatted(size),
                "Split it into several files.");
    }
}
