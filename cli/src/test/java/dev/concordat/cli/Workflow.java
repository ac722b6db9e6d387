package dev.concordat.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** A GitHub Actions workflow file: its text, and what the text says. */
record Workflow(String text, YamlNode root) {
    static Workflow read(Path file) {
        try {
            String text = Files.readString(file);
            Object content =
                    new Load(LoadSettings.builder().setLabel(file.toString()).build()).loadFromString(text);
            return new Workflow(text, new YamlNode(content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What starts the workflow, written as one name, a list of names or a mapping. */
    Set<String> triggers() {
        YamlNode on = root.get("on");
        if (on.value() instanceof String name) {
            return Set.of(name);
        }
        return on.value() instanceof List
                ? on.items().stream().map(YamlNode::text).collect(Collectors.toSet())
                : on.entries().keySet();
    }

    Map<String, YamlNode> jobs() {
        return root.get("jobs").entries();
    }

    List<YamlNode> steps() {
        return jobs().values().stream()
                .flatMap(job -> job.get("steps").items().stream())
                .toList();
    }

    List<YamlNode> checkouts() {
        return steps().stream()
                .filter(step -> step.get("uses").text().startsWith("actions/checkout@"))
                .map(step -> step.get("with"))
                .toList();
    }
}
