package dev.concordat.cli;

import java.util.Map;
import java.util.Optional;

/** Commands of buf that there are none of here, for its users, who look for them. */
final class BufCommands {
    /** What each has to do with this tool, nothing in most cases. */
    private static final Map<String, String> BY_NAME = Map.ofEntries(
            Map.entry("beta", ""),
            Map.entry("completion", "There are no such scripts for Concordat."),
            Map.entry("config", "The rules are listed by \"concordat rules\"."),
            Map.entry("convert", ""),
            Map.entry("curl", ""),
            Map.entry(
                    "dep",
                    "The buf.lock that it writes is read here; \"concordat fetch\" brings jars in its modules' place."),
            Map.entry("format", ""),
            Map.entry("generate", "Stub jars are made by \"concordat publish\"."),
            Map.entry("lint", "It reads the same buf.yaml."),
            Map.entry("ls-files", ""),
            Map.entry("lsp", ""),
            Map.entry("mod", "The rules are listed by \"concordat rules\", and a buf.lock is read here."),
            Map.entry("plugin", "No plugins are run here."),
            Map.entry("push", "Here, \"concordat release\" makes versions and \"concordat publish\" their stub jars."),
            Map.entry("registry", "Nothing here asks buf's registry."),
            Map.entry("source", ""),
            Map.entry("stats", ""));

    private BufCommands() {}

    /** What to say of a command, empty when buf has none of this name. */
    static Optional<String> hint(String name) {
        return Optional.ofNullable(BY_NAME.get(name))
                .map(more -> "\"%s\" stays a command of buf: run \"buf %s\". %s"
                        .formatted(name, name, more)
                        .strip());
    }
}
