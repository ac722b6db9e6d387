package dev.concordat.check.history;

import dev.concordat.schema.config.BufYaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The two states of a step on disk, a workspace each: {@code previous} and {@code current} with the module {@code module}, a clone of the history, and
 * the module {@code imports} when there is anything to import.
 *
 * @param directory where the workspaces are
 */
record States(Path directory, Imports imports) {
    static final String PREVIOUS = "previous";
    static final String CURRENT = "current";
    private static final String MODULE = "module";
    private static final String IMPORTS = "imports";

    Path previous() {
        return directory.resolve(PREVIOUS);
    }

    Path current() {
        return directory.resolve(CURRENT);
    }

    /** Makes the workspaces those of a step. */
    void show(Step step) throws IOException, InterruptedException {
        checkOut(previous(), step.previous());
        checkOut(current(), step.current());
        Set<String> needed = new TreeSet<>(imports.of(root(previous())));
        needed.addAll(imports.of(root(current())));
        copyImports(previous(), needed);
        copyImports(current(), needed);
        configure(previous(), RuleSet.all().get(0));
        configure(current(), RuleSet.all().get(0));
    }

    /** The configuration of a workspace with some rules. */
    static String configuration(Path workspace, RuleSet rules) {
        List<String> modules =
                new ArrayList<>(List.of(workspace.relativize(root(workspace)).toString()));
        if (Files.exists(workspace.resolve(IMPORTS))) {
            modules.add(IMPORTS);
        }
        return modules.stream()
                        .map("  - path: %s\n"::formatted)
                        .collect(Collectors.joining("", "version: v2\nmodules:\n", ""))
                + "breaking:\n  use: " + rules.categories() + "\n";
    }

    private static void configure(Path workspace, RuleSet rules) throws IOException {
        Files.writeString(workspace.resolve(BufYaml.FILE), configuration(workspace, rules));
    }

    /** What import paths are relative to: the clone, or its directory {@code src}. */
    private static Path root(Path workspace) {
        Path source = workspace.resolve(MODULE).resolve("src");
        return Files.exists(source) ? source : workspace.resolve(MODULE);
    }

    private static void checkOut(Path workspace, String commit) throws IOException, InterruptedException {
        Git git = new Git(workspace.resolve(MODULE));
        git.run("checkout", "--quiet", "--force", "--detach", commit);
        git.run("clean", "-dffqx");
    }

    private void copyImports(Path workspace, Set<String> paths) throws IOException {
        Path directory = workspace.resolve(IMPORTS);
        if (Files.exists(directory)) {
            try (Stream<Path> walk = Files.walk(directory)) {
                for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
        imports.copy(paths, root(workspace), directory);
    }
}
