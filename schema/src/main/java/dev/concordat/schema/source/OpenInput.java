package dev.concordat.schema.source;

import java.util.Optional;

/**
 * An input that was found.
 *
 * @param tree its files
 * @param printedPrefix what stands before a file's path when it is printed, empty for none
 * @param file the one file of the tree that was asked for, empty for all of them
 * @param closing what gives back what the files are read from
 */
public record OpenInput(FileTree tree, String printedPrefix, Optional<String> file, Runnable closing)
        implements AutoCloseable {
    private static final String UP = "../";

    static OpenInput of(FileTree tree, String printedPrefix) {
        return new OpenInput(tree, printedPrefix, Optional.empty(), () -> {});
    }

    /** The input that begins one directory higher, empty at the top; both are closed together. */
    public Optional<OpenInput> up() {
        Optional<FileTree> parent = tree.parent();
        return parent.map(found -> new OpenInput(found, upper(printedPrefix), file, closing));
    }

    /** Whether going up leads to the working directory, or for what is not on disk to the root of its files. */
    public boolean isBelowWorkingDirectory() {
        return !printedPrefix.isEmpty() && !printedPrefix.startsWith(UP) && !isAbsolute(printedPrefix);
    }

    private static boolean isAbsolute(String prefix) {
        return prefix.startsWith("/") || prefix.contains(":");
    }

    /** The prefix of the directory above. */
    static String upper(String prefix) {
        if (prefix.isEmpty() || prefix.endsWith(UP)) {
            return prefix + UP;
        }
        return prefix.substring(0, prefix.lastIndexOf('/', prefix.length() - 2) + 1);
    }

    @Override
    public void close() {
        closing.run();
    }
}
