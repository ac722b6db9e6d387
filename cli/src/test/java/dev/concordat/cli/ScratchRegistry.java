package dev.concordat.cli;

import dev.concordat.schema.source.UserCaches;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A real git repository with the options and the route guide, committed, in which the command runs as a person would run it. */
record ScratchRegistry(Path directory) {
    static final String ROUTE_GUIDE = "contracts/routeguide/routeguide/v1/route_guide.proto";

    /** The top of this project, which tests take contracts and the example from. */
    static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();

    private static final Map<String, String> IDENTITY = Map.of(
            "GIT_AUTHOR_NAME", "Ada",
            "GIT_AUTHOR_EMAIL", "ada@example.com",
            "GIT_AUTHOR_DATE", "2026-03-01T12:00:00+0100",
            "GIT_COMMITTER_NAME", "Ada",
            "GIT_COMMITTER_EMAIL", "ada@example.com",
            "GIT_COMMITTER_DATE", "2026-03-01T12:00:00+0100");

    /** Nothing of the machine's or the user's configuration; what a test may do whoever owns its directory. */
    private static final Map<String, String> CONFIGURATION = Map.of(
            "GIT_CONFIG_GLOBAL", "/dev/null",
            "GIT_CONFIG_NOSYSTEM", "1",
            "GIT_CONFIG_COUNT", "3",
            "GIT_CONFIG_KEY_0", "safe.directory",
            "GIT_CONFIG_VALUE_0", "*",
            "GIT_CONFIG_KEY_1", "protocol.file.allow",
            "GIT_CONFIG_VALUE_1", "always",
            "GIT_CONFIG_KEY_2", "maintenance.auto",
            "GIT_CONFIG_VALUE_2", "false");

    /** What a run of the command ended with. */
    record Outcome(int status, String out, String err) {}

    static ScratchRegistry create(Path directory) throws IOException, InterruptedException {
        ScratchRegistry registry = new ScratchRegistry(Files.createDirectories(directory));
        for (String copied : List.of("options", "contracts/routeguide", "concordat.lock")) {
            copy(PROJECT.resolve(copied), directory.resolve(copied));
        }
        registry.write("buf.yaml", """
                version: v2
                modules:
                  - path: options
                  - path: contracts/routeguide
                breaking:
                  use:
                    - FILE
                """);
        registry.write("concordat.yaml", """
                version: v1
                group: dev.concordat.contracts
                branch: main
                modules:
                  options:
                    group: dev.concordat
                    artifact: concordat-options
                """);
        registry.git("init", "-q", "-b", "main");
        registry.commit("The contracts");
        return registry;
    }

    /** Runs the command in the repository. */
    Outcome concordat(String... arguments) {
        return concordat(UserCaches.of(System.getenv()), arguments);
    }

    /** Runs the command as a user with these caches. */
    Outcome concordat(UserCaches caches, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal =
                new Terminal(stream(out), stream(err), false, directory, InputStream.nullInputStream(), caches);
        int status = new Main(Commands.all(), terminal).run(List.of(arguments));
        return new Outcome(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    ScratchRegistry edit(String path, UnaryOperator<String> change) throws IOException {
        String before = Files.readString(directory.resolve(path));
        String after = change.apply(before);
        if (after.equals(before)) {
            throw new IllegalStateException("The edit of " + path + " changes nothing.");
        }
        return write(path, after);
    }

    ScratchRegistry write(String path, String text) throws IOException {
        Files.createDirectories(directory.resolve(path).getParent());
        Files.writeString(directory.resolve(path), text);
        return this;
    }

    ScratchRegistry commit(String message) throws IOException, InterruptedException {
        git("add", "-A");
        git("commit", "-q", "-m", message);
        return this;
    }

    /** Runs git and returns what it prints. */
    String git(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
        isolate(builder.environment());
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", command) + ": " + output);
        }
        return output;
    }

    /** Makes what git does depend on a test alone. */
    static void isolate(Map<String, String> environment) {
        environment.keySet().removeIf(name -> name.startsWith("GIT_"));
        environment.putAll(IDENTITY);
        environment.putAll(CONFIGURATION);
    }

    /** Swaps the two numbers of Point. */
    static String swapped(String routeGuide) {
        return routeGuide
                .replace("int32 latitude = 1 [", "int32 latitude = 2 [")
                .replace("int32 longitude = 2 [", "int32 longitude = 1 [");
    }

    /** Adds a field to Point. */
    static String grown(String routeGuide) {
        return routeGuide.replace(
                "  // Degrees east of Greenwich",
                "  // Metres above the sea.\n  int32 altitude = 3;\n\n  // Degrees east of Greenwich");
    }

    /** The files below a directory, with their content as hexadecimal of its hash. */
    static List<String> listing(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return List.of();
        }
        try (Stream<Path> walk = Files.walk(directory)) {
            List<String> files = new ArrayList<>();
            for (Path file : walk.filter(Files::isRegularFile).sorted().toList()) {
                files.add(directory.relativize(file) + " " + java.util.Arrays.hashCode(Files.readAllBytes(file)));
            }
            return files;
        }
    }

    static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> walk = Files.walk(from)) {
            for (Path path : walk.filter(path -> !path.startsWith(from.resolve("target")))
                    .toList()) {
                Path target = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(target.getParent());
                    Files.copy(path, target);
                }
            }
        }
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
