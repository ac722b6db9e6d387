package dev.concordat.schema.config;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The names that buf gives generated code after a contract's package and path, where managed mode is on; each is empty where there is none. */
final class ManagedNames {
    private static final Pattern VERSION =
            Pattern.compile("v0*[1-9][0-9]*(test.*|(p0*[1-9][0-9]*)?(alpha|beta)(0*[1-9][0-9]*)?)?");

    private static final Pattern SEPARATORS = Pattern.compile("[-_. ]+");
    private static final int SHORTEST_PREFIX = 3;

    /** Words that PHP keeps for itself, those of them that buf knows. */
    private static final Set<String> PHP_WORDS =
            Set.of(("abstract and array as bool break callable case catch class clone const continue declare "
                            + "default die do echo else elseif empty enddeclare endfor endforeach endif endswitch endwhile eval exit extends false final "
                            + "finally float fn for foreach function global goto if implements include include_once instanceof insteadof int interface "
                            + "isset iterable list match namespace new null or print private protected public require require_once return static string "
                            + "switch throw trait true try unset use var void while xor yield")
                    .split(" "));

    private ManagedNames() {}

    /** The package of Java. */
    static String javaPackage(String packageName, String prefix, String suffix) {
        return packageName.isEmpty() ? "" : joinedAll(".", prefix, packageName, suffix);
    }

    /** The class of Java that stands for the file. */
    static String outerClass(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return capitalized(name.substring(0, name.length() - ".proto".length())) + "Proto";
    }

    /** The import path of Go, with the package's name behind where the package has a version. */
    static String goPackage(String path, String packageName, String prefix) {
        int slash = path.lastIndexOf('/');
        String directory = joinedAll("/", prefix.replaceFirst("/+$", ""), slash < 0 ? "" : path.substring(0, slash));
        List<String> parts = parts(packageName);
        int last = parts.size() - 1;
        return last > 0 && isVersion(parts.get(last))
                ? directory + ";" + parts.get(last - 1) + parts.get(last)
                : directory;
    }

    /** The prefix of Objective-C: three letters at least, and not those that protobuf has. */
    static String objectiveC(String packageName) {
        List<String> parts = parts(packageName);
        if (parts.isEmpty()) {
            return "";
        }
        int last = parts.size() - 1;
        String initials = parts.subList(0, last > 0 && isVersion(parts.get(last)) ? last : last + 1).stream()
                .map(part -> part.substring(0, 1).toUpperCase(Locale.ROOT))
                .collect(Collectors.joining());
        String prefix = initials + "X".repeat(Math.max(0, SHORTEST_PREFIX - initials.length()));
        return prefix.equals("GPB") ? "GPX" : prefix;
    }

    /** The namespace of PHP. */
    static String php(String packageName) {
        return parts(packageName).stream()
                .map(part -> capitalized(part) + (PHP_WORDS.contains(part.toLowerCase(Locale.ROOT)) ? "_" : ""))
                .collect(Collectors.joining("\\"));
    }

    /** The parts of a package with capitals. */
    static String capitalized(String packageName, String separator) {
        return parts(packageName).stream().map(ManagedNames::capitalized).collect(Collectors.joining(separator));
    }

    /** Two names, one of which is given and one of which may be empty for nothing at all. */
    static String joined(String separator, String first, String second) {
        return first.isEmpty() || second.isEmpty() ? "" : first + separator + second;
    }

    private static String joinedAll(String separator, String... parts) {
        return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining(separator));
    }

    private static String capitalized(String name) {
        return SEPARATORS
                .splitAsStream(name)
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
    }

    private static List<String> parts(String packageName) {
        return packageName.isEmpty() ? List.of() : Arrays.asList(packageName.split("\\.", -1));
    }

    private static boolean isVersion(String part) {
        return VERSION.matcher(part).matches();
    }
}
