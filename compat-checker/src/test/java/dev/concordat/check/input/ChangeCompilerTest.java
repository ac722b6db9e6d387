package dev.concordat.check.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.concordat.check.touched.TouchedFiles;
import dev.concordat.schema.ContractException;
import dev.concordat.schema.Failure;
import dev.concordat.schema.config.PathFilter;
import dev.concordat.schema.source.InputReference;
import dev.concordat.schema.source.UserCaches;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is left out because a change cannot touch it must not be missed: whatever happens to a workspace, the answer is that of comparing everything. */
final class ChangeCompilerTest {
    private static final boolean UPDATE = System.getProperty("golden.update") != null;
    private static final String COMPILED = "compiled.txt";
    private static final int LAYOUTS = Integer.getInteger("layouts", 4);
    private static final int HISTORIES = Integer.getInteger("histories", 400);
    private static final List<String> CONFIGURATIONS = List.of("""
            version: v1beta1
            build:
              roots: [one, two]
            """, """
            version: v2
            modules:
              - path: one
              - path: two
            """, """
            version: v2
            modules:
              - path: one
              - path: two
            breaking: {use: [FILE, PACKAGE, WIRE_JSON, WIRE, CSR]}
            """, """
            version: v1beta1
            build:
              roots: [one, two]
            breaking: {use: [PACKAGE, WIRE]}
            """, """
            version: v2
            modules:
              - path: one
                breaking: {use: [WIRE]}
              - path: two
                breaking: {use: [FILE, PACKAGE]}
            """);

    @TempDir
    private Path directory;

    @Test
    void comparingWhatAChangeTouchesFindsWhatComparingEverythingFinds() throws IOException {
        int compared = 0;
        int found = 0;
        for (int history = 0; compared < HISTORIES; history++) {
            Random random = new Random(history);
            String configuration = CONFIGURATIONS.get(random.nextInt(CONFIGURATIONS.size()));
            RandomWorkspace workspace = new RandomWorkspace(random, layout(history));
            workspace.write(directory.resolve("before"), configuration);
            if (!compiles()) {
                continue;
            }
            for (int step = 0; step < 6; step++) {
                workspace.change();
                workspace.write(directory.resolve("now"), configuration);
                String full = answer("before", true);
                assertEquals(full, answer("before", false), "history " + history + ", step " + step);
                compared++;
                found += full.contains(": ") ? 1 : 0;
            }
        }
        assertTrue(found > HISTORIES / 4, "only " + found + " of " + compared + " found anything");
    }

    /** Values of options have names that nobody imports, and types that they do not name. */
    @Test
    void whatOptionsNoLongerAllowIsFound() throws IOException {
        int compared = 0;
        int refused = 0;
        for (int history = 0; compared < HISTORIES; history++) {
            Random random = new Random(history);
            RandomOptions options = new RandomOptions(random, layout(history));
            if (!addUsers(options)) {
                continue;
            }
            for (int step = 0; step < 6; step++) {
                options.change();
                options.write(directory.resolve("now"));
                String full = answer("before", true);
                assertEquals(full, answer("before", false), "history " + history + ", step " + step);
                compared++;
                refused += full.equals("CONTRACT") ? 1 : 0;
            }
        }
        assertTrue(refused > HISTORIES / 16, "only " + refused + " of " + compared + " were refused");
    }

    /** Adds contracts that use options as these are, unless nothing can. */
    private boolean addUsers(RandomOptions options) throws IOException {
        for (String side : List.of("before", "now")) {
            if (Files.exists(directory.resolve(side))) {
                deleteAll(directory.resolve(side));
            }
        }
        options.write(directory.resolve("before"));
        if (!compiles()) {
            return false;
        }
        for (int tries = 0; tries < 8; tries++) {
            options.addUser();
            options.write(directory.resolve("before"));
            if (!compiles()) {
                options.removeUser();
            }
        }
        options.write(directory.resolve("before"));
        return true;
    }

    private static void deleteAll(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
    }

    /** With every second layout, a change in a file moves nothing but what it changes. */
    private static UnaryOperator<String> layout(int history) {
        return history % 2 == 0 ? UnaryOperator.identity() : new OtherLayout(history)::of;
    }

    /**
     * Each folder is a change. {@code compiled.txt} says which files are looked at because of it, and which of them differ; {@code -Dgolden.update}
     * rewrites that. What is compared are the folders {@code previous} and {@code current}, unless {@code inputs.txt} names other ones, and
     * {@code paths.txt} what is asked for of them.
     */
    @ParameterizedTest
    @MethodSource("changes")
    void whatAChangeTouchesIsCompiledAndNothingElse(Path change) throws IOException, ContractException {
        assertEquals(answer(change, true), answer(change, false));
        String compiled = compiled(change);
        assertEquals(compiled, compiled(copied(change)), "where git knows no file");
        if (UPDATE) {
            Files.writeString(change.resolve(COMPILED), compiled);
        }
        assertEquals(Files.readString(change.resolve(COMPILED)), compiled);
    }

    /** Comments may hold words that more is looked at for, but no word is missed, whatever lies before and behind it. */
    @ParameterizedTest
    @MethodSource("changes")
    void whatAChangeTouchesIsCompiledHoweverItIsWritten(Path change) throws IOException, ContractException {
        copied(change);
        for (int seed = 0; seed < LAYOUTS; seed++) {
            write(change, new OtherLayout(seed));
            String full = answer(directory, true);
            assertEquals(answer(change, true).startsWith("CONTRACT"), full.startsWith("CONTRACT"), "seed " + seed);
            assertEquals(full, answer(directory, false), "seed " + seed);
            Set<String> missing = compiledFiles(change);
            missing.removeAll(compiledFiles(directory));
            assertEquals(Set.of(), missing, "seed " + seed);
        }
    }

    private void write(Path change, OtherLayout layout) throws IOException {
        try (Stream<Path> files = Files.walk(change)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".proto")).toList()) {
                Files.writeString(
                        directory.resolve(change.relativize(file).toString()), layout.of(Files.readString(file)));
            }
        }
    }

    private static Set<String> compiledFiles(Path change) throws IOException, ContractException {
        return compiled(change)
                .lines()
                .map(line -> line.replace(" differs", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static Stream<Path> changes() throws IOException {
        try (Stream<Path> folders = Files.list(Path.of("src/test/resources/touched"))) {
            return folders.sorted().toList().stream();
        }
    }

    private Path copied(Path change) throws IOException {
        try (Stream<Path> files = Files.walk(change)) {
            for (Path file : files.toList()) {
                Files.copy(
                        file,
                        directory.resolve(change.relativize(file).toString()),
                        StandardCopyOption.REPLACE_EXISTING);
            }
        }
        return directory;
    }

    /** The files that are compiled, sorted, a line each. */
    private static String compiled(Path change) throws IOException, ContractException {
        InputCompiler compiler = compiler(change.toAbsolutePath());
        List<String> inputs = inputs(change);
        InputReference input = InputReference.parse(inputs.get(1));
        PathFilter filter = compiler.filter(input, paths(change), List.of());
        try (ListedInput previous = compiler.list(InputReference.parse(inputs.get(0)), Optional.empty(), filter);
                ListedInput current = compiler.list(input, Optional.empty(), filter)) {
            ChangeCompiler changes = new ChangeCompiler(previous, current, compiler);
            if (!changes.applies()) {
                return "everything\n";
            }
            TouchedFiles search = changes.search();
            return changes.needed(search).stream()
                    .sorted()
                    .map(path -> path + (search.changes().differing().contains(path) ? " differs\n" : "\n"))
                    .collect(Collectors.joining());
        }
    }

    private static List<String> inputs(Path change) throws IOException {
        return lines(change.resolve("inputs.txt")).orElse(List.of("previous", "current"));
    }

    private static List<String> paths(Path change) throws IOException {
        return lines(change.resolve("paths.txt")).orElse(List.of());
    }

    private static Optional<List<String>> lines(Path file) throws IOException {
        return Files.exists(file) ? Optional.of(Files.readAllLines(file)) : Optional.empty();
    }

    private static InputCompiler compiler(Path directory) {
        return new InputCompiler(
                directory, new ByteArrayInputStream(new byte[0]), Dependencies.in(UserCaches.of(Map.of())));
    }

    private static String answer(Path change, boolean full) throws IOException {
        List<String> inputs = inputs(change);
        return answer(change.toAbsolutePath(), inputs.get(0), inputs.get(1), paths(change), full);
    }

    private boolean compiles() {
        return !answer("before", "before", true).startsWith("CONTRACT");
    }

    private String answer(String previous, boolean full) {
        return answer(previous, "now", full);
    }

    private String answer(String previous, String current, boolean full) {
        return answer(directory, previous, current, List.of(), full);
    }

    private static String answer(Path directory, String previous, String current, List<String> paths, boolean full) {
        InputComparison comparison = new InputComparison(compiler(directory), full);
        try {
            BreakingResult result = comparison.compare(new BreakingRequest(
                    InputReference.parse(current),
                    InputReference.parse(previous),
                    Optional.empty(),
                    Optional.empty(),
                    paths,
                    List.of(),
                    List.of()));
            return result.violations().stream().map(Object::toString).collect(Collectors.joining("\n"));
        } catch (ContractException e) {
            return e.failure() == Failure.CONTRACT ? "CONTRACT" : e.failure() + ": " + e.getMessage();
        }
    }
}
