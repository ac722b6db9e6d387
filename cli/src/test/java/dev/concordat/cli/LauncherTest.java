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
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The launcher with a jar of its own, whose command says which archive of classes it runs with, and the cache that it keeps them in. */
@Timeout(300)
final class LauncherTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    private Path directory;

    private Path home;
    private Path cache;
    private final Map<String, String> environment = new TreeMap<>();

    /** What a run of the launcher ended with. */
    private record Run(int status, String out, String err) {}

    @BeforeEach
    void install() throws IOException {
        install(directory.resolve("with blanks & 'quotes'"));
    }

    private void install(Path where) throws IOException {
        home = where;
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

    @Test
    void theFirstRunMakesAnArchiveForTheNext() throws IOException, InterruptedException {
        // Java 17 takes no class of a jar out of an archive whose path has blanks.
        install(directory.resolve("plain"));
        assertEquals(new Run(0, "one []\n", ""), run());
        Path archive = awaitArchive();
        assertEquals(new Run(0, "one [" + archive + "]\n", ""), run());
        assertEquals(List.of(archive), archives());
        assertTrue(classesComeFrom(archive), "no class was shared");
    }

    @Test
    void manyFirstRunsAtOnceMakeOneArchive() throws IOException, InterruptedException {
        List<Process> runs = new ArrayList<>();
        for (int run = 0; run < 8; run++) {
            runs.add(start());
        }
        for (Process run : runs) {
            assertEquals(new Run(0, "one []\n", ""), ended(run));
        }
        Path archive = awaitArchive();
        assertEquals(new Run(0, "one [" + archive + "]\n", ""), run());
        assertEquals(List.of(archive), archives());
    }

    @Test
    void anotherJarGetsAnArchiveOfItsOwn() throws IOException, InterruptedException {
        run();
        Path archive = awaitArchive();
        writeJar("two");
        assertEquals(new Run(0, "two []\n", ""), run());
        awaitArchive();
        assertEquals(new Run(0, "two [" + archive + "]\n", ""), run());
        assertEquals(List.of(archive), archives());
    }

    @Test
    void anArchiveThatIsCutOffIsOverlooked() throws IOException, InterruptedException {
        run();
        Path archive = awaitArchive();
        byte[] whole = Files.readAllBytes(archive);
        Random random = new Random(5);
        for (int round = 0; round < 6; round++) {
            replace(archive, Arrays.copyOf(whole, random.nextInt(whole.length)));
            Run run = run();
            assertEquals("", run.err());
            assertEquals(0, run.status(), run.out());
            assertTrue(run.out().startsWith("one [") && run.out().lines().count() == 1, run.out());
            awaitArchive();
        }
        replace(archive, "no archive".getBytes(StandardCharsets.US_ASCII));
        assertEquals("", run().err());
    }

    @Test
    void anArchiveThatWasWrittenToIsMadeAnew() throws IOException, InterruptedException {
        run();
        Path archive = awaitArchive();
        byte[] whole = Files.readAllBytes(archive);
        whole[whole.length / 2] ^= 1;
        Files.delete(archive);
        Files.write(archive, whole);
        assertEquals(new Run(0, "one []\n", ""), run());
        awaitArchive();
        assertEquals(new Run(0, "one [" + archive + "]\n", ""), run());
    }

    @Test
    void anArchiveWithWhichTheCommandFailsIsNotKept() throws IOException, InterruptedException {
        // The rehearsal has no arguments, the trial has one.
        writeJar("one", "System.exit(arguments.length);");
        assertEquals(new Run(0, "one []\n", ""), run());
        assertEquals(0, Files.size(awaitArchive()));
        assertEquals(new Run(0, "one []\n", ""), run());
    }

    @Test
    void withoutACacheItRunsAsWell() throws IOException, InterruptedException {
        environment.remove("XDG_CACHE_HOME");
        assertEquals(new Run(0, "one []\n", ""), run());
        environment.put("HOME", directory.resolve("home").toString());
        Files.writeString(directory.resolve("home"), "no directory");
        assertEquals(new Run(0, "one []\n", ""), run());
        environment.put("XDG_CACHE_HOME", "relative");
        assertEquals(new Run(0, "one []\n", ""), run());
        assertEquals(List.of(), archives());
    }

    @Test
    void anArchiveThatCannotBeReplacedIsStillUsed() throws IOException, InterruptedException {
        run();
        Path archive = awaitArchive();
        assertTrue(cache.toFile().setWritable(false));
        try {
            assertEquals(new Run(0, "one [" + archive + "]\n", ""), run());
        } finally {
            assertTrue(cache.toFile().setWritable(true));
        }
    }

    @Test
    void theCacheOfTheHomeDirectoryIsUsedWhenThereIsNoOther() throws IOException, InterruptedException {
        environment.remove("XDG_CACHE_HOME");
        environment.put("HOME", directory.toString());
        cache = directory.resolve(".cache/concordat/classes");
        run();
        assertEquals(new Run(0, "one [" + awaitArchive() + "]\n", ""), run());
    }

    @Test
    void oldArchivesGo() throws IOException, InterruptedException {
        Files.createDirectories(cache);
        for (int old = 0; old < 20; old++) {
            Files.writeString(cache.resolve("old " + old + ".jsa"), "old");
        }
        run();
        Path archive = awaitArchive();
        Instant end = Instant.now().plus(PATIENCE);
        while (archives().size() != 8) {
            assertTrue(Instant.now().isBefore(end), archives().toString());
            Thread.sleep(20);
        }
        assertTrue(archives().contains(archive));
    }

    private Run run() throws IOException, InterruptedException {
        return ended(start());
    }

    @ParameterizedTest
    @CsvSource({", C.UTF-8", "C, C.UTF-8", "POSIX, C.UTF-8", "xx_XX.UTF-8, C.UTF-8", "C.utf8,"})
    void aLocaleThatIsCOrNotThereHasLettersBeyondAscii(@Nullable String given, @Nullable String used)
            throws IOException, InterruptedException {
        writeJar("one", "System.out.println(System.getenv(\"LC_ALL\"));");
        if (given != null) {
            environment.put("LANG", given);
        }
        assertEquals(new Run(0, "one []\n" + used + "\n", ""), run());
    }

    private Process start() throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder("/bin/sh", home.resolve("concordat").toString()).directory(directory.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        return builder.start();
    }

    private static Run ended(Process process) throws IOException, InterruptedException {
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), out, err);
    }

    /** Waits for what is made in the background: an archive of the present jar, with nothing unfinished beside it. */
    private Path awaitArchive() throws IOException, InterruptedException {
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

    private List<Path> archives() throws IOException {
        if (!Files.isDirectory(cache)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(cache)) {
            return files.filter(file -> file.toString().endsWith(".jsa"))
                    .sorted()
                    .toList();
        }
    }

    private static void replace(Path archive, byte[] content) throws IOException {
        FileTime time = Files.getLastModifiedTime(archive);
        Files.delete(archive);
        Files.write(archive, content);
        Files.setLastModifiedTime(archive, time);
    }

    /** Whether Java takes the class of the jar out of the archive, with the launcher's own flags. */
    private boolean classesComeFrom(Path archive) throws IOException, InterruptedException {
        String launcher = Files.readString(home.resolve("concordat"));
        String flags = launcher.lines()
                .filter(line -> line.startsWith("flags="))
                .findFirst()
                .orElseThrow()
                .replaceAll("^flags=\"|-Xlog:disable |\"$", "");
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
    private void writeJar(String word) throws IOException {
        writeJar(word, "");
    }

    private void writeJar(String word, String end) throws IOException {
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
