package dev.concordat.schema.config;

import dev.concordat.schema.Place;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A module: a directory of contracts that is versioned as one.
 *
 * @param id what its contract files call it: the path, with a number behind it where an earlier module has the same path
 * @param path its directory, relative to the workspace, {@code .} for the workspace's own
 * @param name its name in buf's registry
 * @param roots the directories that import paths are relative to, relative to the workspace: the module's own, but in v1beta1
 * @param includes the directories that it is restricted to, relative to the workspace
 * @param excludes the directories left out, relative to the workspace
 * @param lint its own lint section, else that of the file; its paths are import paths
 * @param breaking its own breaking section, else that of the file; its paths are import paths
 * @param place where it is configured
 */
public record ModuleConfig(
        String id,
        String path,
        Optional<String> name,
        List<String> roots,
        List<String> includes,
        List<String> excludes,
        CheckConfig lint,
        CheckConfig breaking,
        Place place) {

    /** Keeps unchangeable copies. */
    public ModuleConfig {
        roots = List.copyOf(roots);
        includes = List.copyOf(includes);
        excludes = List.copyOf(excludes);
    }

    /** A module with everything in its directory, and import paths relative to it. */
    static ModuleConfig whole(String path, Optional<String> name, CheckConfig lint, CheckConfig breaking, Place place) {
        return new ModuleConfig(path, path, name, List.of(path), List.of(), List.of(), lint, breaking, place);
    }

    /** The same module in a workspace that the directory of its file is a part of. */
    ModuleConfig below(String directory) {
        return new ModuleConfig(
                ConfigPath.below(directory, id),
                ConfigPath.below(directory, path),
                name,
                below(directory, roots),
                below(directory, includes),
                below(directory, excludes),
                lint,
                breaking,
                place);
    }

    private static List<String> below(String directory, List<String> paths) {
        return paths.stream().map(path -> ConfigPath.below(directory, path)).toList();
    }

    /** What tells the import paths of files that are named relative to the workspace; empty for those that do not belong to the module. */
    Function<String, Optional<String>> importPaths() {
        DirectorySet included = DirectorySet.of(includes.isEmpty() ? List.of(".") : includes);
        DirectorySet excluded = DirectorySet.of(excludes);
        DirectorySet around = DirectorySet.of(roots);
        return file -> included.holds(file) && !excluded.holds(file)
                ? around.around(file).flatMap(root -> ConfigPath.within(root, file))
                : Optional.empty();
    }

    /** What tells whether files of the module lie behind a link: where some may be, or above that. */
    Predicate<String> liesBehind() {
        Function<String, Optional<String>> importPaths = importPaths();
        DirectorySet excluded = DirectorySet.of(excludes);
        List<String> tops = Stream.concat(includes.stream(), roots.stream())
                .filter(top -> !excluded.holds(top))
                .toList();
        return link -> importPaths.apply(link).isPresent()
                || tops.stream().anyMatch(top -> ConfigPath.within(link, top).isPresent());
    }

    /** The directories that buf reads one by one: those that the module is restricted to, or else all that import paths are relative to. */
    DirectorySet tops() {
        return DirectorySet.of(includes.isEmpty() ? roots : includes);
    }

    /** By the id, which tells modules of a workspace apart; Java would have to link a record's own, at the start of every command. */
    @Override
    public int hashCode() {
        return id.hashCode();
    }

    /** What buf sorts the modules of a workspace by. */
    public String sortKey() {
        return name.orElse(path);
    }
}
