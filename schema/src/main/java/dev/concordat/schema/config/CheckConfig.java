package dev.concordat.schema.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which rules apply, and where they do not; a section {@code lint} or {@code breaking}.
 *
 * @param version the version of the format, which decides what rules and categories there are
 * @param use rules and categories that apply; none stands for the default
 * @param except rules and categories taken away again
 * @param ignore files and directories that no rule reports
 * @param ignoreOnly for a rule or category, the files and directories that it does not report
 * @param ignoreUnstablePackages whether packages such as {@code v1beta1} are left out
 * @param disableBuiltin whether every rule that is not a plugin's is off
 * @param places where the rules and categories stand
 */
public record CheckConfig(
        ConfigVersion version,
        List<String> use,
        List<String> except,
        List<String> ignore,
        Map<String, List<String>> ignoreOnly,
        boolean ignoreUnstablePackages,
        boolean disableBuiltin,
        RulePlaces places) {
    /** The default rules of the newest version, everywhere. */
    public static final CheckConfig DEFAULT = defaults(ConfigVersion.V2);

    /** Keeps unchangeable copies. */
    public CheckConfig {
        use = List.copyOf(use);
        except = List.copyOf(except);
        ignore = List.copyOf(ignore);
        ignoreOnly = copy(ignoreOnly);
    }

    /** A section of the newest version that leaves the built-in rules on. */
    public CheckConfig(
            List<String> use,
            List<String> except,
            List<String> ignore,
            Map<String, List<String>> ignoreOnly,
            boolean ignoreUnstablePackages) {
        this(ConfigVersion.V2, use, except, ignore, ignoreOnly, ignoreUnstablePackages, false, RulePlaces.NONE);
    }

    /** The default rules of a version, everywhere. */
    public static CheckConfig defaults(ConfigVersion version) {
        return new CheckConfig(version, List.of(), List.of(), List.of(), Map.of(), false, false, RulePlaces.NONE);
    }

    private static Map<String, List<String>> copy(Map<String, List<String>> map) {
        Map<String, List<String>> copy = new LinkedHashMap<>();
        map.forEach((key, paths) -> copy.put(key, List.copyOf(paths)));
        return Collections.unmodifiableMap(copy);
    }

    /** The same with paths relative to a module, as import paths are; those outside it are dropped, the module itself is {@code .}. */
    public CheckConfig within(String modulePath) {
        Map<String, List<String>> only = new LinkedHashMap<>();
        ignoreOnly.forEach((rule, paths) -> only.put(rule, within(modulePath, paths)));
        return new CheckConfig(
                version, use, except, within(modulePath, ignore), only, ignoreUnstablePackages, disableBuiltin, places);
    }

    private static List<String> within(String modulePath, List<String> paths) {
        return paths.stream()
                .map(path -> ConfigPath.within(modulePath, path))
                .flatMap(Optional::stream)
                .toList();
    }
}
