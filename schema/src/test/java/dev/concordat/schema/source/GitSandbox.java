package dev.concordat.schema.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A real git repository in a temporary directory, worked on with git's own command. */
record GitSandbox(Path directory) {

    /** A new repository with branch main. */
    static GitSandbox init(Path directory) {
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        GitSandbox sandbox = new GitSandbox(directory);
        sandbox.git("init", "-q", "-b", "main");
        return sandbox;
    }

    /** Runs git, and answers what it prints. */
    String git(String... arguments) {
        List<String> command =
                new ArrayList<>(List.of("git", "-c", "maintenance.auto=false", "-c", "protocol.file.allow=always"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("GIT_"));
        builder.environment()
                .putAll(Map.of(
                        "GIT_CONFIG_NOSYSTEM", "1",
                        "GIT_CONFIG_GLOBAL", "/dev/null",
                        "GIT_AUTHOR_NAME", "Ann Author",
                        "GIT_AUTHOR_EMAIL", "ann@example.com",
                        "GIT_AUTHOR_DATE", "2026-01-02T03:04:05+0100",
                        "GIT_COMMITTER_NAME", "Carl Committer",
                        "GIT_COMMITTER_EMAIL", "carl@example.com",
                        "GIT_COMMITTER_DATE", "2026-01-02T03:04:06+0100"));
        try {
            Process process = builder.start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new AssertionError(String.join(" ", command) + ": " + output);
            }
            return output.strip();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    GitSandbox write(String path, String content) {
        try {
            Path file = directory.resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, content);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Commits everything. */
    CommitId commit(String message) {
        git("add", "-A");
        git("commit", "-q", "--allow-empty", "-m", message);
        return new CommitId(git("rev-parse", "HEAD"));
    }

    GitSandbox cloned(Path into, String... options) {
        List<String> arguments = new ArrayList<>(List.of("clone", "-q"));
        arguments.addAll(List.of(options));
        arguments.addAll(List.of(directory.toUri().toString(), into.toString()));
        git(arguments.toArray(String[]::new));
        return new GitSandbox(into);
    }
}
