package dev.concordat.schema.config;

import java.util.List;

/**
 * Which files of an input are asked for; the others are there to be imported. Paths are relative to the input.
 *
 * @param paths the files and directories, none for all
 * @param excluded files and directories that are not asked for even so
 * @param linksLeftOut whether symbolic links to contracts are left out without a word
 */
public record PathFilter(List<String> paths, List<String> excluded, boolean linksLeftOut) {
    /** Everything. */
    public static final PathFilter ALL = new PathFilter(List.of(), List.of());

    /** Keeps unchangeable copies. */
    public PathFilter {
        paths = List.copyOf(paths);
        excluded = List.copyOf(excluded);
    }

    /** Of files and directories, without links. */
    public PathFilter(List<String> paths, List<String> excluded) {
        this(paths, excluded, false);
    }

    /** The same, but links to contracts are left out without a word. */
    public PathFilter leavingLinksOut() {
        return new PathFilter(paths, excluded, true);
    }

    /** Whether nothing is left out. */
    boolean isAll() {
        return paths.isEmpty() && excluded.isEmpty();
    }

    /** Whether a file, named relative to the input, is asked for. */
    public boolean targets(String file) {
        return (paths.isEmpty() || isBelow(paths, file)) && !excludes(file);
    }

    /** Whether a file or directory is left out as a whole. */
    public boolean excludes(String path) {
        return isBelow(excluded, path);
    }

    private static boolean isBelow(List<String> directories, String file) {
        return directories.stream()
                .anyMatch(directory -> ConfigPath.within(directory, file).isPresent());
    }
}
