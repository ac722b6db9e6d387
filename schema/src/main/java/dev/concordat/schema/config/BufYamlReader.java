package dev.concordat.schema.config;

import dev.concordat.schema.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads version 2 of buf.yaml. */
final class BufYamlReader {
    private static final Set<String> OLD_VERSIONS = Set.of("v1", "v1beta1");

    private final YamlMapping root;

    private BufYamlReader(YamlMapping root) {
        this.root = root;
    }

    static BufYaml read(YamlMapping root) {
        return new BufYamlReader(root).read();
    }

    private BufYaml read() {
        String version = version();
        if (!version.equals("v2")) {
            // Every other key would only be measured by the wrong version.
            root.acceptAnyKey();
            return new BufYaml("v2", List.of(), List.of(), CheckConfig.DEFAULT, CheckConfig.DEFAULT, List.of());
        }
        CheckConfig lint =
                root.mapping("lint").map(section -> lint(section, ".")).orElse(CheckConfig.DEFAULT);
        CheckConfig breaking =
                root.mapping("breaking").map(section -> breaking(section, ".")).orElse(CheckConfig.DEFAULT);
        return new BufYaml(version, modules(lint, breaking), root.texts("deps"), lint, breaking, notRun());
    }

    private String version() {
        if (!root.has("version")) {
            root.report(root.place(), "\"version\" is not set.", "Write \"version: v2\" as the first line.");
            return "";
        }
        Optional<String> version = root.text("version");
        if (version.filter(OLD_VERSIONS::contains).isPresent()) {
            root.report(
                    root.place("version"),
                    "Version \"%s\" of buf.yaml is not read yet, only v2.".formatted(version.get()),
                    "Convert it with \"buf config migrate\".");
        } else if (version.filter(found -> !found.equals("v2")).isPresent()) {
            root.report(root.place("version"), "Unknown version \"%s\".".formatted(version.get()), "Write v2.");
        }
        return version.orElse("");
    }

    private List<ModuleConfig> modules(CheckConfig lint, CheckConfig breaking) {
        Optional<String> name = root.text("name");
        List<YamlMapping> entries = root.mappings("modules");
        if (entries.isEmpty()) {
            return List.of(new ModuleConfig(".", name, List.of(), List.of(), lint, breaking, root.place("modules")));
        }
        if (name.isPresent()) {
            root.report(root.place("name"), "\"name\" goes with a single module.", "Move it into \"modules\".");
        }
        List<ModuleConfig> modules = new ArrayList<>();
        Set<String> names = new LinkedHashSet<>();
        for (YamlMapping entry : entries) {
            ModuleConfig module = module(entry, lint, breaking);
            if (module.name().filter(found -> !names.add(found)).isPresent()) {
                root.report(entry.place("name"), "Another module has this name.", "Give each module its own.");
            }
            modules.add(module);
        }
        return modules;
    }

    private ModuleConfig module(YamlMapping entry, CheckConfig lint, CheckConfig breaking) {
        String path = path(entry, "path", entry.text("path").orElse(".")).orElse(".");
        List<String> includes = directories(entry, "includes", List.of(path), path);
        // An exclude must take something away from what is included.
        List<String> excludes = directories(entry, "excludes", includes.isEmpty() ? List.of(path) : includes, path);
        CheckConfig ownLint =
                entry.mapping("lint").map(section -> lint(section, path)).orElse(lint);
        CheckConfig ownBreaking = entry.mapping("breaking")
                .map(section -> breaking(section, path))
                .orElse(breaking);
        return new ModuleConfig(path, entry.text("name"), includes, excludes, ownLint, ownBreaking, entry.place());
    }

    private static List<String> directories(YamlMapping entry, String key, List<String> parents, String module) {
        List<String> found = new ArrayList<>();
        for (String text : entry.texts(key)) {
            Optional<String> path = path(entry, key, text);
            path.ifPresent(found::add);
            if (text.endsWith(".proto")) {
                entry.report(entry.place(key), "\"%s\" is a file; %s names directories.".formatted(text, key), "");
            } else if (path.isPresent()
                    && parents.stream()
                            .noneMatch(parent ->
                                    ConfigPath.within(parent, path.get()).isPresent())) {
                String where = parents.contains(module) ? "module \"" + module + "\"" : "its includes";
                String remedy = "Paths are relative to buf.yaml, not to the module.";
                entry.report(entry.place(key), "\"%s\" lies outside %s.".formatted(text, where), remedy);
            }
        }
        return found;
    }

    private CheckConfig lint(YamlMapping section, String module) {
        // Known to buf's rules, and not needed before concordat has lint rules of its own.
        section.flag("disallow_comment_ignores");
        section.text("enum_zero_value_suffix");
        section.flag("rpc_allow_same_request_response");
        section.flag("rpc_allow_google_protobuf_empty_requests");
        section.flag("rpc_allow_google_protobuf_empty_responses");
        section.text("service_suffix");
        return rules(section, module, false);
    }

    private CheckConfig breaking(YamlMapping section, String module) {
        return rules(section, module, section.flag("ignore_unstable_packages").orElse(false));
    }

    private CheckConfig rules(YamlMapping section, String module, boolean ignoreUnstablePackages) {
        Map<String, List<String>> ignoreOnly = new LinkedHashMap<>();
        section.textsByName("ignore_only")
                .forEach((rule, texts) -> ignoreOnly.put(rule, paths(section, "ignore_only", texts, module)));
        return new CheckConfig(
                section.texts("use"),
                section.texts("except"),
                paths(section, "ignore", section.texts("ignore"), module),
                ignoreOnly,
                ignoreUnstablePackages,
                section.flag("disable_builtin").orElse(false));
    }

    private static List<String> paths(YamlMapping section, String key, List<String> texts, String module) {
        List<String> found = new ArrayList<>();
        for (String text : texts) {
            Optional<String> path = path(section, key, text);
            path.ifPresent(found::add);
            if (path.isPresent() && ConfigPath.within(module, path.get()).isEmpty()) {
                String remedy = "Paths are relative to buf.yaml, not to the module.";
                section.report(
                        section.place(key), "\"%s\" lies outside module \"%s\".".formatted(text, module), remedy);
            }
        }
        return found;
    }

    private static Optional<String> path(YamlMapping mapping, String key, String text) {
        Optional<String> path = ConfigPath.normalized(text);
        if (path.isEmpty()) {
            Place place = mapping.place(key);
            mapping.report(place, "\"%s\" does not stay below buf.yaml.".formatted(text), "Write a relative path.");
        }
        return path;
    }

    /** Plugins and policies are code; of their sections only the names are read. */
    private List<String> notRun() {
        List<String> names = new ArrayList<>();
        for (String kind : List.of("plugin", "policy")) {
            for (YamlMapping entry : root.mappings(kind.equals("policy") ? "policies" : "plugins")) {
                entry.acceptAnyKey();
                names.add(kind + " " + entry.text(kind).orElse("without a name"));
            }
        }
        return names;
    }
}
