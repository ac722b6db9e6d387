package dev.concordat.schema.config;

import dev.concordat.schema.ContractException;
import dev.concordat.schema.source.InputReference;
import dev.concordat.schema.source.OpenInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Cases {@code search/<case>}: a tree, the input in it, and what else is given on the command line. */
final class WorkspaceSearchTest {
    @TempDir
    private Path directory;

    static List<Path> cases() throws IOException {
        return Golden.cases("search");
    }

    /** Copied first, so that the search ends in a directory without configuration above it. */
    @ParameterizedTest
    @MethodSource("cases")
    void findsTheWorkspace(Path folder) throws IOException, ContractException {
        Path tree = folder.resolve("tree");
        try (var files = Files.walk(tree)) {
            for (Path file : files.toList()) {
                Path copy = directory.resolve(tree.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        }
        Golden.check(folder, answer(folder));
    }

    private String answer(Path folder) throws IOException, ContractException {
        Path override = folder.resolve("override.yaml");
        Optional<BufYaml> configuration = Files.exists(override)
                ? Optional.of(BufYaml.parse("override.yaml", Files.readAllBytes(override)))
                : Optional.empty();
        PathFilter filter = new PathFilter(lines(folder.resolve("paths.txt")), lines(folder.resolve("excluded.txt")));
        String input = Files.readString(folder.resolve("input.txt")).strip();
        try (OpenInput open = InputReference.parse(input).open(directory)) {
            Workspace found = WorkspaceListing.of(open, configuration, filter).load();
            StringBuilder text = new StringBuilder("modules %s%n".formatted(new TreeSet<>(found.targetModules())));
            found.files()
                    .forEach(file -> text.append("%s %s of %s, printed %s%n"
                            .formatted(
                                    found.targets().contains(file.importPath()) ? "target" : "import",
                                    file.importPath(),
                                    file.module().orElseThrow(),
                                    file.text().path())));
            return text.toString();
        } catch (ContractException e) {
            return Golden.text(e);
        }
    }

    private static List<String> lines(Path file) throws IOException {
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }
}
