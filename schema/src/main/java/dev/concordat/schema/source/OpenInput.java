package dev.concordat.schema.source;

import org.jspecify.annotations.Nullable;

/**
 * An input that was found.
 *
 * @param tree its files
 * @param printedPrefix what stands before a file's path when it is printed, empty for none
 * @param repository the repository to close afterwards, when the files come from one
 */
public record OpenInput(
        FileTree tree, String printedPrefix, @Nullable GitRepository repository) implements AutoCloseable {

    static OpenInput of(FileTree tree, String printedPrefix) {
        return new OpenInput(tree, printedPrefix, null);
    }

    @Override
    public void close() {
        if (repository != null) {
            repository.close();
        }
    }
}
