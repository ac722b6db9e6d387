package dev.concordat.release;

import dev.concordat.generate.ProjectInfo;
import dev.concordat.schema.config.Imports;
import dev.concordat.schema.config.YamlMapping;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.jgit.lib.Repository;

/** Reads version 1 of concordat.yaml. */
final class ConcordatYamlReader {
    private static final Pattern MAVEN_NAME = Pattern.compile("[A-Za-z0-9_]+([.-][A-Za-z0-9_]+)*");
    private static final Pattern LINK = Pattern.compile("https?://[A-Za-z0-9._~:/?#@!$&'()*+,;=%-]+");
    private static final int OLDEST_JAVA = 11;
    private static final int NEWEST_JAVA = 25;

    private final YamlMapping root;

    private ConcordatYamlReader(YamlMapping root) {
        this.root = root;
    }

    static ConcordatYaml read(String path, YamlMapping root) {
        return new ConcordatYamlReader(root).read(path);
    }

    private ConcordatYaml read(String path) {
        String version = root.requiredText("version");
        if (!version.isEmpty() && !version.equals("v1")) {
            root.report(root.place("version"), "Unknown version \"" + version + "\" of concordat.yaml.", "Write v1.");
        }
        String group = root.requiredText("group");
        if (!group.isEmpty()) {
            name(root, "group");
        }
        // What they name is read with buf.yaml, as every command needs it.
        Imports.read(root);
        return new ConcordatYaml(path, group, branch(), releasesRequired(), javaRelease(), project(), modules());
    }

    private String branch() {
        String branch = root.text("branch").orElse("main");
        if (!Repository.isValidRefName("refs/heads/" + branch)) {
            root.report(root.place("branch"), "\"" + branch + "\" cannot be the name of a branch.", "");
        }
        return branch;
    }

    private boolean releasesRequired() {
        Optional<String> releases = root.text("releases");
        if (releases.isPresent() && !releases.get().equals("required")) {
            root.report(root.place("releases"), "\"releases\" can only be \"required\".", "Or leave it out.");
        }
        return releases.isPresent();
    }

    private int javaRelease() {
        int release = root.number("java-release").orElse(OLDEST_JAVA);
        if (release < OLDEST_JAVA || release > NEWEST_JAVA) {
            root.report(
                    root.place("java-release"),
                    "Stubs are compiled for Java " + OLDEST_JAVA + " to " + NEWEST_JAVA + ", not " + release + ".",
                    "The oldest Java of a consumer decides.");
        }
        return release;
    }

    private ProjectInfo project() {
        return root.mapping("project")
                .map(project -> new ProjectInfo(
                        link(project, "url"), link(project, "scm"), licence(project), link(project, "changelog")))
                .orElseGet(ProjectInfo::none);
    }

    private static Optional<ProjectInfo.License> licence(YamlMapping project) {
        return project.mapping("licence").map(licence -> {
            String name = licence.requiredText("name");
            licence.requiredText("url");
            return new ProjectInfo.License(name, link(licence, "url").orElse(""));
        });
    }

    private Map<String, ModuleNames> modules() {
        Map<String, ModuleNames> modules = new LinkedHashMap<>();
        root.mappingsByName("modules").forEach((path, module) -> modules.put(path, names(module)));
        return modules;
    }

    private static ModuleNames names(YamlMapping module) {
        return new ModuleNames(module.text("id"), name(module, "group"), name(module, "artifact"), module.place());
    }

    /** What may stand in Maven coordinates and needs no escape in a path, a POM or a shell. */
    private static Optional<String> name(YamlMapping mapping, String key) {
        Optional<String> name = mapping.text(key);
        if (name.isPresent() && !MAVEN_NAME.matcher(name.get()).matches()) {
            mapping.report(
                    mapping.place(key),
                    "\"" + name.get() + "\" cannot be part of Maven coordinates.",
                    "Use letters, digits and \"_\", with single dots or hyphens between.");
        }
        return name;
    }

    private static Optional<String> link(YamlMapping mapping, String key) {
        Optional<String> link = mapping.text(key);
        if (link.isPresent() && !LINK.matcher(link.get()).matches()) {
            mapping.report(
                    mapping.place(key), "\"" + link.get() + "\" is no address.", "Write \"https://\" and the rest.");
        }
        return link;
    }
}
