package dev.concordat.check.input;

import dev.concordat.schema.config.WorkspaceListing;
import dev.concordat.schema.source.OpenInput;

/**
 * An input whose contract files are listed, and read as they are needed, as long as it is open.
 *
 * @param description what the input is, for a sentence that ends with it
 */
record ListedInput(String description, WorkspaceListing listing, OpenInput open) implements AutoCloseable {

    @Override
    public void close() {
        open.close();
    }
}
