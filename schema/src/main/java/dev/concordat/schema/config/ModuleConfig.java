package dev.concordat.schema.config;

import dev.concordat.schema.Place;
import java.util.List;
import java.util.Optional;

/**
 * A module: a directory of contracts that is versioned as one.
 *
 * @param path its directory, relative to buf.yaml, {@code .} for buf.yaml's own
 * @param name its name in buf's registry
 * @param includes the directories that it is restricted to, relative to buf.yaml
 * @param excludes the directories left out, relative to buf.yaml
 * @param lint its own lint section, else that of the file
 * @param breaking its own breaking section, else that of the file
 * @param place where it is configured
 */
public record ModuleConfig(
        String path,
        Optional<String> name,
        List<String> includes,
        List<String> excludes,
        CheckConfig lint,
        CheckConfig breaking,
        Place place) {

    /** Keeps unchangeable copies. */
    public ModuleConfig {
        includes = List.copyOf(includes);
        excludes = List.copyOf(excludes);
    }

    /** Whether a file, named relative to buf.yaml, belongs to the module. */
    boolean holds(String file) {
        return contains(path, file)
                && (includes.isEmpty() || includes.stream().anyMatch(include -> contains(include, file)))
                && excludes.stream().noneMatch(exclude -> contains(exclude, file));
    }

    private static boolean contains(String directory, String file) {
        return ConfigPath.within(directory, file).isPresent();
    }
}
