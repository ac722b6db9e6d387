package dev.concordat.schema.source;

import java.util.List;
import java.util.Optional;

/**
 * An input that was found.
 *
 * @param tree its files
 * @param printedPrefix what stands before a file's path when it is printed, empty for none
 * @param file the one file of the tree that was asked for, empty for all of them
 * @param around the names of the directories that the working directory lies in, and its own; none where paths have nothing to do with it
 * @param closing what gives back what the files are read from
 */
public record OpenInput(
        FileTree tree, String printedPrefix, Optional<String> file, List<String> around, Runnable closing)
        implements AutoCloseable {
    private static final String UP = "../";

    /** Keeps an unchangeable copy. */
    public OpenInput {
        around = List.copyOf(around);
    }

    /** An input whose files are printed with what stands before them, and nothing else. */
    public OpenInput(FileTree tree, String printedPrefix, Optional<String> file, Runnable closing) {
        this(tree, printedPrefix, file, List.of(), closing);
    }

    /**
     * The path that a file of the tree is printed with, as buf does it: from the working directory to the top of its module, then down. Only on the way to
     * that top is nothing gone out of and back into.
     *
     * @param top the directory that the file's import path begins in, {@code .} for the tree's own
     */
    public String printed(String path, String top) {
        String prefix = printedPrefix;
        int ups = prefix.endsWith(UP) ? prefix.length() / UP.length() : 0;
        if (ups == 0 || ups > around.size()) {
            return prefix + path;
        }
        int inside = 0;
        String way = top + "/";
        for (String name : around.subList(around.size() - ups, around.size())) {
            if (!way.startsWith(name + "/", inside)) {
                break;
            }
            prefix = prefix.substring(UP.length());
            inside += name.length() + 1;
        }
        return prefix + path.substring(inside);
    }

    /** The input that begins one directory higher, empty at the top; both are closed together. */
    public Optional<OpenInput> up() {
        Optional<FileTree> parent = tree.parent();
        return parent.map(found -> new OpenInput(found, upper(printedPrefix), file, around, closing));
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
