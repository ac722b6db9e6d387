package dev.concordat.schema.link;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.concordat.schema.ContractFile;
import dev.concordat.schema.Problem;
import dev.concordat.schema.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Links the folders below {@code link/}; {@code expected.txt} holds the problems and is empty where there are none. {@code -Dgolden.update} writes what
 * is answered instead. Where a protoc is at hand, it must accept what we accept and refuse what we refuse; {@code stricter.txt} says why we refuse more,
 * {@code laxer.txt} why less.
 */
final class LinkerCasesTest {
    private static final Path ROOT = Path.of("src/test/resources/link");
    private static final boolean UPDATE = System.getProperty("golden.update") != null;

    static List<Path> cases() throws IOException {
        try (Stream<Path> folders = Files.list(ROOT)) {
            return folders.filter(Files::isDirectory).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void tellsWhatIsWrong(Path folder) throws IOException {
        Path expected = folder.resolve("expected.txt");
        String answer = answer(files(folder));
        if (UPDATE) {
            Files.writeString(expected, answer);
        }
        assertEquals(Files.exists(expected) ? Files.readString(expected) : "", answer, folder.toString());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void givesTheSameAnswerForFilesInAnotherOrder(Path folder) throws IOException {
        List<ContractFile> files = files(folder);
        List<Problem> problems = Linker.link(files).problems();
        Collections.reverse(files);
        assertEquals(problems, Linker.link(files).problems(), folder.toString());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void agreesWithProtoc(Path folder, @TempDir Path scratch) throws IOException, InterruptedException {
        Path protoc = Path.of(System.getProperty("protoc", "protoc")).toAbsolutePath();
        if (!Files.exists(protoc)) {
            System.out.println("No protoc at hand to compare " + folder + " with.");
            return;
        }
        List<ContractFile> files = files(folder);
        boolean refused = Files.exists(folder.resolve("laxer.txt"));
        boolean accepted = answer(files).isEmpty() || Files.exists(folder.resolve("stricter.txt"));
        assertEquals(accepted && !refused, accepts(protoc, files, scratch), folder.toString());
    }

    private static String answer(List<ContractFile> files) {
        return Linker.link(files).problems().stream()
                .map(problem -> problem + "\n")
                .collect(Collectors.joining());
    }

    private static List<ContractFile> files(Path folder) throws IOException {
        List<ContractFile> files = new ArrayList<>();
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path file : walk.filter(path -> path.toString().endsWith(".proto"))
                    .sorted()
                    .toList()) {
                String path = folder.relativize(file).toString().replace('\\', '/');
                files.add(new ContractFile(path, Optional.of("."), new SourceText(path, Files.readAllBytes(file))));
            }
        }
        return files;
    }

    private static boolean accepts(Path protoc, List<ContractFile> files, Path scratch)
            throws IOException, InterruptedException {
        if (!Files.isExecutable(protoc) && !protoc.toFile().setExecutable(true)) {
            throw new IOException(protoc + " cannot be made executable.");
        }
        for (LinkedFile file : Linker.link(files).files()) {
            Path target = scratch.resolve(file.path());
            Files.createDirectories(target.getParent());
            Files.write(target, file.source.text().bytes());
        }
        List<String> command = new ArrayList<>(List.of(protoc.toString(), "-I.", "--descriptor_set_out=image.binpb"));
        files.forEach(file -> command.add(file.importPath()));
        Process process = new ProcessBuilder(command)
                .directory(scratch.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return process.waitFor() == 0;
    }
}
