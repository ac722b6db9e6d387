package dev.concordat.release;

import dev.concordat.check.input.Dependencies;
import dev.concordat.check.input.WorkspaceSchemas;
import dev.concordat.generate.BomRequest;
import dev.concordat.generate.BuiltArtifact;
import dev.concordat.generate.Coordinates;
import dev.concordat.generate.StubRequest;
import dev.concordat.schema.ContractException;
import dev.concordat.schema.source.CommitId;
import dev.concordat.schema.source.GitRepository;
import dev.concordat.schema.source.UserCaches;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A real clone with contracts, worked on with git's own command; planned and released for real. */
record ContractClone(Path directory) {
    static final LocalDate TODAY = LocalDate.of(2026, 11, 25);
    static final Tools TOOLS = tools("4.33.2", '1');

    /** A repository on branch main, with these modules and a message in each. */
    static ContractClone create(Path directory, String... modules) throws IOException {
        Files.createDirectories(directory);
        ContractClone clone = new ContractClone(directory);
        clone.git("init", "-q", "-b", "main");
        clone.write("concordat.yaml", "version: v1\ngroup: com.example.contracts\nbranch: main\n");
        clone.modules(modules);
        for (String module : modules) {
            clone.proto(module, "", "message %s { string id = 1; }".formatted(typeOf(module)));
        }
        return clone;
    }

    /** The same, with all of it released. */
    static ContractClone released(Path directory, String... modules) throws IOException, ContractException {
        ContractClone clone = create(directory, modules);
        clone.commit();
        clone.release();
        return clone;
    }

    /** The one contract of a module, released as it was and committed as it is now. */
    static ContractClone changed(Path directory, String before, String now) throws IOException, ContractException {
        ContractClone clone = create(directory, "route");
        clone.write(path("route"), before).commit();
        clone.release();
        clone.write(path("route"), now).commit();
        return clone;
    }

    static Tools tools(String protobuf, char lockDigit) {
        return new Tools(
                "0.1.0",
                Character.toString(lockDigit).repeat(64),
                1,
                new TreeMap<>(Map.of("com.google.protobuf:protobuf-java", protobuf)));
    }

    ContractClone modules(String... modules) {
        StringBuilder text = new StringBuilder("version: v2\nmodules:\n");
        List.of(modules)
                .forEach(module ->
                        text.append("  - path: contracts/").append(module).append('\n'));
        return write("buf.yaml", text.toString());
    }

    /** Writes the one contract of a module. */
    ContractClone proto(String module, String imports, String body) {
        return write(
                path(module),
                "syntax = \"proto3\";\npackage %s.v1;\n%s\n%s\n".formatted(module.replace('/', '.'), imports, body));
    }

    static String path(String module) {
        return "contracts/%s/%s/v1/%s.proto".formatted(module, module, module);
    }

    static String importOf(String module) {
        return "import \"%s/v1/%s.proto\";".formatted(module, module);
    }

    static String typeOf(String module) {
        return module.substring(0, 1).toUpperCase(Locale.ROOT) + module.substring(1);
    }

    ContractClone write(String path, String content) {
        try {
            Path file = directory.resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, content);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    CommitId commit() {
        git("add", "-A");
        git("commit", "-q", "--allow-empty", "-m", "A change");
        try (GitRepository repository = GitRepository.open(directory)) {
            return repository.head();
        } catch (ContractException e) {
            throw new AssertionError(e);
        }
    }

    ContractClone cloned(Path into, String... options) {
        List<String> arguments = new ArrayList<>(List.of("clone", "-q"));
        arguments.addAll(List.of(options));
        arguments.addAll(List.of(directory.toUri().toString(), into.toString()));
        git(arguments.toArray(String[]::new));
        return new ContractClone(into);
    }

    /** Runs git, and answers what it prints. */
    String git(String... arguments) {
        List<String> command = new ArrayList<>(List.of("git", "-c", "maintenance.auto=false"));
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
                        "GIT_COMMITTER_DATE", "2026-01-02T03:04:06-0330"));
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

    List<String> tags() {
        String tags = git("tag", "--list");
        return tags.isEmpty() ? List.of() : List.of(tags.split("\n"));
    }

    Plan plan() throws ContractException {
        return plan(TOOLS);
    }

    Plan plan(Tools tools) throws ContractException {
        try (GitRepository repository = GitRepository.open(directory)) {
            return planner(repository, tools).plan(repository.head());
        }
    }

    Plan planOnto(String branch) throws ContractException {
        try (GitRepository repository = GitRepository.open(directory)) {
            return planner(repository, TOOLS).onto(branch).plan(repository.head());
        }
    }

    Plan planWorkingTree() throws ContractException {
        try (GitRepository repository = GitRepository.open(directory)) {
            return planner(repository, TOOLS).planWorkingTree();
        }
    }

    /** Releases HEAD, and answers the names of the tags. */
    List<String> release() throws ContractException {
        return release(plan());
    }

    List<String> release(Plan plan) throws ContractException {
        try (GitRepository repository = GitRepository.open(directory)) {
            return new Releaser(repository)
                    .release(plan, new TextArtifacts(directory.resolve(".git/built"))).stream()
                            .map(release -> release.tag().name())
                            .toList();
        }
    }

    /** What decides the version of a module, in words. */
    static List<String> why(ModulePlan module) {
        return module.why().stream().map(Reason::text).toList();
    }

    Planner planner(GitRepository repository, Tools tools) {
        return new Planner(
                repository,
                "",
                new WorkspaceSchemas(Dependencies.in(
                        new UserCaches(directory.resolve(".git/cache"), directory.resolve(".git/buf")))),
                tools,
                TODAY);
    }

    /** Artifacts that hold their own name. */
    private record TextArtifacts(Path directory) implements ArtifactSource {
        @Override
        public List<BuiltArtifact> build(StubRequest request) {
            return List.of(built(request.proto(), "pom"), built(request.proto(), "jar"));
        }

        @Override
        public List<BuiltArtifact> buildBom(BomRequest request) {
            return List.of(built(request.project(), "pom"));
        }

        private BuiltArtifact built(Coordinates project, String extension) {
            try {
                Path file = Files.createDirectories(directory).resolve(project.artifactId() + "." + extension);
                Files.writeString(file, project.toString());
                return new BuiltArtifact(
                        project.groupId(), project.artifactId(), project.version(), "", extension, file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
