package dev.concordat.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import javax.tools.ToolProvider;

/** The launcher with a jar of its own, whose command says which archive of classes it runs with, and the cache that it keeps them in. */
final class InstalledLauncher {
    /** How long something that is done in the background may take. */
    static final Duration PATIENCE = Duration.ofMinutes(2);

    /** What a run of the launcher ended with. */
    record Run(int status, String out, String err) {}

    private final Path directory;
    private final Path home;
    private final Map<String, String> environment = new TreeMap<>();
    private Path cache;

    /**
     * Installs the launcher.
     *
     * @param directory where it is run, which also holds its cache
     * @param home where it lies
     */
    InstalledLauncher(Path directory, Path home) throws IOException {
        this.directory = directory;
        this.home = home;
        cache = directory.resolve("a cache/concordat/classes");
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put("PATH", System.getenv("PATH"));
        environment.put("XDG_CACHE_HOME", directory.resolve("a cache").toString());
        for (String source : List.of("cli/src/main", "options", "cli/target")) {
            Files.createDirectories(home.resolve(source));
        }
        Files.writeString(home.resolve("pom.xml"), "");
        Files.writeString(home.resolve("cli/pom.xml"), "");
        Files.copy(ScratchRegistry.PROJECT.resolve("concordat"), home.resolve("concordat"));
        writeJar("one");
    }

    /** What the launcher and its children see of the environment. */
    Map<String, String> environment() {
        return environment;
    }

    Path cache() {
        return cache;
    }

    /** Says that the launcher keeps its archives elsewhere. */
    void keepsIn(Path otherCache) {
        cache = otherCache;
    }

    /** The launcher's own file. */
    Path launcher() {
        return home.resolve("concordat");
    }

    Run run() throws IOException, InterruptedException {
        return ended(start());
    }

    Process start() throws IOException {
        return start("/bin/sh", launcher().toString());
    }

    /** Starts something where the launcher is run, with its environment. */
    Process start(String... command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        return builder.start();
    }

    static Run ended(Process process) throws IOException, InterruptedException {
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), out, err);
    }

    /** Waits for what is made in the background: an archive of the present jar, with nothing unfinished beside it. */
    Path awaitArchive() throws IOException, InterruptedException {
        FileTime time = Files.getLastModifiedTime(home.resolve("cli/target/concordat.jar"));
        Instant end = Instant.now().plus(PATIENCE);
        while (true) {
            assertTrue(Instant.now().isBefore(end), () -> "no archive in " + cache);
            for (Path archive : archives()) {
                if (Files.getLastModifiedTime(archive).equals(time)
                        && !Files.exists(cache.resolve(archive.getFileName() + ".new"))) {
                    return archive;
                }
            }
            Thread.sleep(20);
        }
    }

    List<Path> archives() throws IOException {
        if (!Files.isDirectory(cache)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(cache)) {
            return files.filter(file -> file.toString().endsWith(".jsa"))
                    .sorted()
                    .toList();
        }
    }

    /** Whether Java takes the class of the jar out of the archive, with the launcher's own flags. */
    boolean classesComeFrom(Path archive) throws IOException, InterruptedException {
        String launcher = Files.readString(home.resolve("concordat"));
        String flags = launcher.lines()
                .filter(line -> line.startsWith("flags=") || line.startsWith("memory="))
                .map(line -> line.replaceAll("^\\w+=\"|-Xlog:disable |\"$", ""))
                .collect(Collectors.joining(" "));
        List<String> command = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java"));
        command.addAll(List.of(flags.split(" ", -1)));
        command.addAll(List.of(
                (Runtime.version().feature() >= 25 ? "-XX:AOTCache=" : "-XX:SharedArchiveFile=") + archive,
                "-Xlog:class+load",
                "-jar",
                home.resolve("cli/target/concordat.jar").toString()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), output);
        return output.lines()
                .anyMatch(line -> line.contains("dev.concordat.cli.Main ") && line.contains("shared objects file"));
    }

    /** Makes the jar: a command that prints a word and the archive that it was given, and a rehearsal that loads it. */
    void writeJar(String word) throws IOException {
        writeJar(word, "");
    }

    void writeJar(String word, String end) throws IOException {
        Path jar = home.resolve("cli/target/concordat.jar");
        Files.deleteIfExists(jar);
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, "dev.concordat.cli.Main");
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out, manifest)) {
            add(entries, "Main", """
                    public final class Main {
                        public static void main(String[] arguments) {
                            String archive = ProcessHandle.current().info().arguments().stream()
                                    .flatMap(java.util.Arrays::stream)
                                    .filter(argument -> argument.matches("-XX:(SharedArchiveFile|AOTCache)=.*"))
                                    .findFirst()
                                    .map(argument -> argument.substring(argument.indexOf('=') + 1))
                                    .orElse("");
                            System.out.println("%s [" + archive + "]");
                            %s
                        }
                    }
                    """.formatted(word, end));
            add(entries, "Rehearsal", """
                    final class Rehearsal {
                        public static void main(String[] arguments) {
                            Main.main(arguments);
                        }
                    }
                    """);
        }
    }

    private void add(JarOutputStream entries, String name, String text) throws IOException {
        Path source = directory.resolve("sources/dev/concordat/cli").resolve(name + ".java");
        Files.createDirectories(source.getParent());
        Files.writeString(source, "package dev.concordat.cli;\n\n" + text);
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        int status = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        told,
                        told,
                        "-d",
                        directory.resolve("classes").toString(),
                        "-sourcepath",
                        directory.resolve("sources").toString(),
                        source.toString());
        assertEquals(0, status, told.toString(StandardCharsets.UTF_8));
        entries.putNextEntry(new ZipEntry("dev/concordat/cli/" + name + ".class"));
        Files.copy(directory.resolve("classes/dev/concordat/cli").resolve(name + ".class"), entries);
    }
}
