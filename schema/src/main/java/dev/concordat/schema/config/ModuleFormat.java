package dev.concordat.schema.config;

import java.util.List;
import java.util.Optional;

/** Versions v1 and v1beta1 of buf.yaml: one file a module. */
final class ModuleFormat {
    private final YamlMapping root;
    private final ConfigVersion version;

    ModuleFormat(YamlMapping root, ConfigVersion version) {
        this.root = root;
        this.version = version;
    }

    BufYaml read() {
        SectionReader sections = new SectionReader(version);
        CheckConfig lint = sections.lint(root, ".").orElse(CheckConfig.defaults(version));
        CheckConfig breaking = sections.breaking(root, ".").orElse(CheckConfig.defaults(version));
        Optional<String> name = Dependency.name(root);
        Optional<YamlMapping> build = root.mapping("build");
        List<String> roots = build.filter(found -> version == ConfigVersion.V1BETA1)
                .map(found -> ConfigPath.directories(found, "roots"))
                .filter(found -> !found.isEmpty())
                .orElse(List.of("."));
        List<String> excludes = build.map(found -> excludes(found, roots)).orElse(List.of());
        ModuleConfig module =
                new ModuleConfig(".", ".", name, roots, List.of(), excludes, lint, breaking, root.place());
        return new BufYaml(version, List.of(module), Dependency.read(root), lint, breaking, List.of());
    }

    private static List<String> excludes(YamlMapping build, List<String> roots) {
        List<String> excludes = ConfigPath.directories(build, "excludes");
        DirectorySet around = DirectorySet.of(roots);
        for (String exclude : excludes) {
            Optional<String> root = around.around(exclude);
            if (root.isEmpty()) {
                build.report(
                        build.place("excludes"),
                        "\"%s\" lies in none of the roots.".formatted(exclude),
                        "Remove it; what no root holds is left out anyway.");
            } else if (root.get().equals(exclude)) {
                build.report(
                        build.place("excludes"),
                        "\"%s\" is a root: excluding it leaves nothing of it.".formatted(exclude),
                        "Remove it from both.");
            }
        }
        return excludes;
    }
}
