package dev.concordat.schema.config;

import dev.concordat.schema.source.PathRules;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Version 2 of buf.yaml: one file for all modules of a workspace. */
final class WorkspaceFormat {
    private final YamlMapping root;
    private final SectionReader sections = new SectionReader(ConfigVersion.V2);
    private final Map<String, Integer> countByPath = new HashMap<>();

    WorkspaceFormat(YamlMapping root) {
        this.root = root;
    }

    BufYaml read() {
        CheckConfig lint = sections.lint(root, ".").orElse(CheckConfig.DEFAULT);
        CheckConfig breaking = sections.breaking(root, ".").orElse(CheckConfig.DEFAULT);
        return new BufYaml(ConfigVersion.V2, modules(lint, breaking), Dependency.read(root), lint, breaking, notRun());
    }

    private List<ModuleConfig> modules(CheckConfig lint, CheckConfig breaking) {
        Optional<String> name = Dependency.name(root);
        List<YamlMapping> entries = root.mappings("modules");
        if (entries.isEmpty()) {
            return List.of(ModuleConfig.whole(".", name, lint, breaking, root.place("modules")));
        }
        if (name.isPresent()) {
            root.report(root.place("name"), "\"name\" goes with a single module.", "Move it into \"modules\".");
        }
        List<ModuleConfig> modules = new ArrayList<>();
        Set<String> names = new LinkedHashSet<>();
        Set<List<Object>> extents = new HashSet<>();
        for (YamlMapping entry : entries) {
            ModuleConfig module = module(entry, lint, breaking);
            if (module.name().filter(found -> !names.add(found)).isPresent()) {
                root.report(entry.place("name"), "Another module has this name.", "Give each module its own.");
            }
            boolean placed =
                    PathRules.normalized(entry.word("path").orElse(".")).isPresent();
            if (placed && !extents.add(List.of(module.path(), module.includes(), module.excludes()))) {
                root.report(
                        entry.place(),
                        "Another module holds the same files of \"%s\".".formatted(module.path()),
                        "Remove one, or tell them apart with includes and excludes.");
            }
            modules.add(module);
        }
        return modules;
    }

    private ModuleConfig module(YamlMapping entry, CheckConfig lint, CheckConfig breaking) {
        String path =
                ConfigPath.read(entry, "path", entry.word("path").orElse(".")).orElse(".");
        List<String> includes = directories(entry, "includes", List.of(path), path);
        // An exclude must take something away from what is included.
        List<String> excludes = directories(entry, "excludes", includes.isEmpty() ? List.of(path) : includes, path);
        Optional<String> name = Dependency.name(entry);
        int count = countByPath.merge(path, 1, Integer::sum);
        return new ModuleConfig(
                count == 1 ? path : path + "#" + count,
                path,
                name,
                List.of(path),
                includes,
                excludes,
                sections.lint(entry, path).orElse(lint).within(path),
                sections.breaking(entry, path).orElse(breaking).within(path),
                entry.place());
    }

    private static List<String> directories(YamlMapping entry, String key, List<String> parents, String module) {
        List<String> found = ConfigPath.directories(entry, key);
        DirectorySet around = DirectorySet.of(parents);
        String where = parents.contains(module) ? "module \"" + module + "\"" : "its includes";
        for (String path : found) {
            Optional<String> parent = around.around(path);
            if (parent.isEmpty()) {
                entry.report(
                        entry.place(key),
                        "\"%s\" lies outside %s.".formatted(path, where),
                        "Paths are relative to buf.yaml, not to the module.");
            } else if (parent.get().equals(path)) {
                entry.report(
                        entry.place(key),
                        "\"%s\" under \"%s\" is all there is of %s.".formatted(path, key, where),
                        "Name a directory in it, or remove the line.");
            }
        }
        return found;
    }

    /** Plugins and policies are code; of their sections only the names are read. */
    private List<String> notRun() {
        List<String> names = new ArrayList<>();
        for (String kind : List.of("plugin", "policy")) {
            for (YamlMapping entry : root.mappings(kind.equals("policy") ? "policies" : "plugins")) {
                entry.acceptAnyKey();
                String name = entry.isList(kind)
                        ? String.join(" ", entry.texts(kind))
                        : entry.text(kind).orElse("without a name");
                names.add(kind + " " + name);
            }
        }
        return names;
    }
}
