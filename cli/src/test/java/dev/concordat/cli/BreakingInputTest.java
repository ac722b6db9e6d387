package dev.concordat.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.concordat.cli.ScratchRegistry.Outcome;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Cases {@code breaking-input/<case>}: directories {@code previous} and {@code current}, and the arguments of {@code concordat breaking} that are given in
 * the second, a line each. The previous state is there as a commit, in archives and as a stub jar too. {@code expected.txt} holds what is found, without
 * the messages, which the rules' own cases show; {@code -Dgolden.update} rewrites it.
 */
final class BreakingInputTest {
    private static final Path ROOT = Path.of("src/test/resources/breaking-input");
    private static final boolean UPDATE = System.getProperty("golden.update") != null;

    @TempDir
    private Path directory;

    static List<Path> cases() throws IOException {
        try (Stream<Path> folders = Files.list(ROOT)) {
            return folders.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void findsAsExpected(Path folder) throws IOException, InterruptedException {
        Path current = directory.resolve("repository/current");
        ScratchRegistry repository = new ScratchRegistry(directory.resolve("repository"));
        copy(folder.resolve("previous"), current);
        repository.git("init", "-q", "-b", "main");
        repository.commit("previous");
        repository.git(
                "archive",
                "--prefix=top/",
                "-o",
                directory.resolve("previous.zip").toString(),
                "HEAD:current");
        repository.git("archive", "-o", directory.resolve("previous.tar.gz").toString(), "HEAD:current");
        repository.git("rm", "-rq", "current");
        copy(folder.resolve("current"), current);
        copy(folder.resolve("previous"), directory.resolve("repository/previous"));
        writeJar(folder.resolve("previous"));

        StringBuilder answer = new StringBuilder();
        for (String command : Files.readAllLines(folder.resolve("commands.txt"))) {
            answer.append(run(new ScratchRegistry(current), command));
        }
        Path expected = folder.resolve("expected.txt");
        if (UPDATE) {
            Files.writeString(expected, answer);
        }
        assertEquals(Files.exists(expected) ? Files.readString(expected) : "", answer.toString(), folder.toString());
    }

    private static String run(ScratchRegistry current, String command) {
        Outcome outcome = current.concordat(
                Stream.concat(Stream.of("breaking", "--error-format", "json"), Stream.of(command.split(" ", -1)))
                        .toArray(String[]::new));
        String found = outcome.out()
                .replaceAll(
                        "(?m)^\\{(\"path\":\"([^\"]*)\",)?\"start_line\":(\\d+),\"start_column\":(\\d+),\"end_line\":\\d+,"
                                + "\"end_column\":\\d+,\"type\":\"(?:(COMPILE)\",\"message(.*)|([A-Z_]+)\",\"message.*)\\}$",
                        "$2:$3:$4 $5$6$7")
                .replaceAll("commit [0-9a-f]{12}", "commit 123456789abc")
                .replace("\r", "");
        String told = outcome.err()
                .replaceAll("commit [0-9a-f]{12}", "commit 123456789abc")
                .replace("\r", "");
        return "$ concordat breaking %s\n%s%s-> %d\n".formatted(command, told, found, outcome.status());
    }

    private void writeJar(Path previous) throws IOException {
        Outcome built = new ScratchRegistry(directory.resolve("repository"))
                .concordat("build", "previous", "-o", "previous.binpb", "--exclude-source-info");
        if (built.status() != 0) {
            return;
        }
        try (OutputStream out = Files.newOutputStream(directory.resolve("previous.jar"));
                ZipOutputStream jar = new ZipOutputStream(out);
                Stream<Path> files = Files.walk(previous)) {
            jar.putNextEntry(new ZipEntry("META-INF/concordat/previous.binpb"));
            Files.copy(directory.resolve("repository/previous.binpb"), jar);
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".proto")).toList()) {
                jar.putNextEntry(
                        new ZipEntry(previous.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, jar);
            }
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        }
    }
}
