package dev.concordat.schema.config;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the sections {@code lint} and {@code breaking} of one version of the format. */
final class SectionReader {
    private final ConfigVersion version;

    SectionReader(ConfigVersion version) {
        this.version = version;
    }

    /** The section {@code lint} of a file or module, empty when it says nothing. */
    Optional<CheckConfig> lint(YamlMapping owner, String directory) {
        Optional<YamlMapping> section = owner.mapping("lint");
        return section.map(found -> lintRules(found, directory))
                .filter(read -> !section.get().keys().isEmpty());
    }

    /** The section {@code breaking} of a file or module, empty when it says nothing that is not so anyway. */
    Optional<CheckConfig> breaking(YamlMapping owner, String directory) {
        return owner.mapping("breaking")
                .map(section -> rules(
                        section,
                        directory,
                        section.flag("ignore_unstable_packages").orElse(false)))
                .filter(read -> !read.equals(CheckConfig.defaults(version)));
    }

    private CheckConfig lintRules(YamlMapping section, String directory) {
        // Known to buf's rules, and not needed before concordat has lint rules of its own.
        section.flag(version == ConfigVersion.V2 ? "disallow_comment_ignores" : "allow_comment_ignores");
        section.word("enum_zero_value_suffix");
        section.flag("rpc_allow_same_request_response");
        section.flag("rpc_allow_google_protobuf_empty_requests");
        section.flag("rpc_allow_google_protobuf_empty_responses");
        section.word("service_suffix");
        return rules(section, directory, false);
    }

    private CheckConfig rules(YamlMapping section, String directory, boolean ignoreUnstablePackages) {
        Map<String, List<String>> ignoreOnly = new LinkedHashMap<>();
        section.textsByName("ignore_only").forEach((rule, texts) -> {
            ignoreOnly.put(rule, paths(section, "ignore_only", texts, directory));
            if (texts.contains("")) {
                section.report(
                        section.place("ignore_only"),
                        "A text under \"%s\" is empty.".formatted(rule),
                        "Name a file or directory, or remove the line.");
            }
        });
        return new CheckConfig(
                version,
                section.texts("use"),
                section.texts("except"),
                paths(section, "ignore", section.textsOrEmpty("ignore"), directory),
                ignoreOnly,
                ignoreUnstablePackages,
                section.flag("disable_builtin").orElse(false),
                RulePlaces.of(section));
    }

    private static List<String> paths(YamlMapping section, String key, List<String> texts, String directory) {
        Set<String> found = new LinkedHashSet<>();
        for (String text : texts) {
            Optional<String> path = ConfigPath.read(section, key, text);
            path.ifPresent(found::add);
            if (path.isPresent() && ConfigPath.within(directory, path.get()).isEmpty()) {
                String remedy = "Paths are relative to buf.yaml, not to the module.";
                section.report(
                        section.place(key), "\"%s\" lies outside module \"%s\".".formatted(text, directory), remedy);
            }
        }
        return List.copyOf(found);
    }
}
