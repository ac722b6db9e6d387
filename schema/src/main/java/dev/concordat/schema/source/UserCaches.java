package dev.concordat.schema.source;

import java.nio.file.Path;
import java.util.Map;

/**
 * Where caches of this user are; both may be deleted at any time, and need not be there.
 *
 * @param concordat ours: tools and jars, each checked against the digest that it is kept under
 * @param buf buf's, which is only read
 */
public record UserCaches(Path concordat, Path buf) {

    /** The directories that these environment variables name, or those where such things belong by the conventions of the system. */
    public static UserCaches of(Map<String, String> environment) {
        boolean windows = System.getProperty("os.name").startsWith("Windows");
        Path home = Path.of(System.getProperty("user.home"), ".cache");
        Path named = first(environment, home, "XDG_CACHE_HOME", "LOCALAPPDATA");
        Path bufs = first(environment, home, windows ? "LOCALAPPDATA" : "XDG_CACHE_HOME");
        return new UserCaches(named.resolve("concordat"), first(environment, bufs.resolve("buf"), "BUF_CACHE_DIR"));
    }

    private static Path first(Map<String, String> environment, Path otherwise, String... variables) {
        for (String variable : variables) {
            String value = environment.getOrDefault(variable, "");
            if (!value.isBlank()) {
                return Path.of(value);
            }
        }
        return otherwise;
    }
}
