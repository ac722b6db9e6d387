package dev.concordat.check.input;

/**
 * Where the paths of two inputs part: what stands before those of either one and not before those of the other.
 *
 * @param current before the printed paths of the current input, empty for nothing
 * @param previous the same of the previous input
 */
public record InputRoots(String current, String previous) {
    /** Of inputs whose paths are alike. */
    public static final InputRoots ALIKE = new InputRoots("", "");

    /** The roots of inputs whose paths are printed with these prefixes. */
    static InputRoots of(String current, String previous) {
        return !current.isEmpty() && last(current).equals(last(previous))
                ? of(withoutLast(current), withoutLast(previous))
                : new InputRoots(current, previous);
    }

    /** The path that a file of the previous input would have in the current one. */
    public String inCurrent(String path) {
        return path.startsWith(previous) ? current + path.substring(previous.length()) : path;
    }

    private static String last(String prefix) {
        return prefix.substring(withoutLast(prefix).length());
    }

    private static String withoutLast(String prefix) {
        return prefix.substring(0, prefix.lastIndexOf('/', prefix.length() - 2) + 1);
    }
}
