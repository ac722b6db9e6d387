package dev.concordat.generate;

import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * A module's code.
 *
 * @param sources what was generated
 * @param classes the class files by path
 * @param messageJar a jar of the message classes, to compile other modules against
 */
record CompiledModule(GeneratedSources sources, SortedMap<String, byte[]> classes, Path messageJar) {

    /** The class files of messages. */
    static SortedMap<String, byte[]> messageClasses(GeneratedSources sources, SortedMap<String, byte[]> classes) {
        return select(classes, path -> !sources.stubs().containsKey(sourceOf(path)));
    }

    /** The class files of services. */
    SortedMap<String, byte[]> stubClasses() {
        return select(classes, path -> sources.stubs().containsKey(sourceOf(path)));
    }

    /** The source that a class file was compiled from; nested classes have a dollar sign, which names of contracts never have. */
    private static String sourceOf(String classPath) {
        int end = classPath.indexOf('$');
        return classPath.substring(0, end < 0 ? classPath.length() - ".class".length() : end) + ".java";
    }

    private static SortedMap<String, byte[]> select(SortedMap<String, byte[]> classes, Predicate<String> wanted) {
        SortedMap<String, byte[]> selected = new TreeMap<>();
        classes.forEach((path, bytes) -> {
            if (wanted.test(path)) {
                selected.put(path, bytes);
            }
        });
        return selected;
    }
}
