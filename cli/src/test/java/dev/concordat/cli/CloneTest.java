package dev.concordat.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.concordat.cli.ScratchRegistry.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Clones of every shape, {@code clones/<shape>.txt}: a script that makes one, then commands with what they answer and their exit status. In all of them but
 * the first commit something breaks, so that "nothing found" is always wrong. {@code -Dgolden.update} rewrites the answers, in which commits are called by
 * their subjects and files by their paths.
 */
final class CloneTest {
    private static final Path ROOT = Path.of("src/test/resources/clones");
    private static final boolean UPDATE = System.getProperty("golden.update") != null;
    private static final String COMMAND = "$ ";
    private static final Pattern NAMED_ID = Pattern.compile("([0-9a-f]{40}) (.+)");
    private static final int SHORT = 12;

    @TempDir
    private Path directory;

    static List<Path> shapes() throws IOException {
        try (Stream<Path> files = Files.list(ROOT)) {
            return files.filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("shapes")
    @Timeout(60)
    void answersRightOrNotAtAll(Path shape) throws IOException, InterruptedException {
        String expected = Files.readString(shape);
        String script = expected.lines()
                .takeWhile(line -> !line.startsWith(COMMAND))
                .reduce("", (text, line) -> text + line + "\n");
        ScratchRegistry clone = new ScratchRegistry(make(script));
        List<String> told = new ArrayList<>();
        for (String line :
                expected.lines().filter(line -> line.startsWith(COMMAND)).toList()) {
            String[] arguments = line.substring(COMMAND.length()).split(" ", -1);
            told.add(line + "\n");
            told.add(told(clone.concordat(arguments)));
        }
        // Last, because git fetches what a partial clone lacks when it is asked for names.
        Map<String, String> names = names(clone);
        StringBuilder answer = new StringBuilder(script);
        for (String part : told) {
            answer.append(part.startsWith(COMMAND) ? part : named(part, names));
        }
        if (UPDATE) {
            Files.writeString(shape, answer);
        }
        assertEquals(expected.replace("\r", ""), answer.toString(), shape.toString());
    }

    private static String told(Outcome outcome) {
        assertFalse(outcome.status() == ExitStatus.OUR_BUG, outcome.toString());
        String text = (outcome.err() + outcome.out()).replace("\r", "");
        // What is found is told in words that the rules' own cases show.
        return text.replaceAll("(?m)^(\\S+:\\d+:\\d+: [A-Z_]+): .*$", "$1") + "-> " + outcome.status() + "\n";
    }

    /** Runs the script, and answers the directory that it ended in. */
    private Path make(String script) throws IOException, InterruptedException {
        Path functions = ROOT.resolve("functions.sh").toAbsolutePath();
        ProcessBuilder builder = new ProcessBuilder("sh", "-eu", "-c", ". '%s'\n%s\npwd".formatted(functions, script))
                .directory(directory.toFile())
                .redirectErrorStream(true);
        ScratchRegistry.isolate(builder.environment());
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), output);
        List<String> lines = output.lines().toList();
        return Path.of(lines.get(lines.size() - 1));
    }

    /** What is printed, and what it is called: the directory of the test, and the objects that git can list. */
    private Map<String, String> names(ScratchRegistry clone) throws InterruptedException {
        Map<String, String> names = new LinkedHashMap<>();
        names.put(directory.toString(), "/tmp");
        for (ScratchRegistry repository : List.of(new ScratchRegistry(directory.resolve("origin")), clone)) {
            for (String line : lines(repository, "log", "--all", "--format=%H %s")) {
                name(line, names);
            }
            for (String line : lines(repository, "log", "--all", "--format=%T the root")) {
                name(line, names);
            }
            for (String line : lines(repository, "rev-list", "--objects", "--all")) {
                name(line, names);
            }
        }
        return names;
    }

    private static void name(String line, Map<String, String> names) {
        Matcher matcher = NAMED_ID.matcher(line);
        if (matcher.matches()) {
            String name = "<" + matcher.group(2) + ">";
            names.putIfAbsent(matcher.group(1), name);
            names.putIfAbsent(matcher.group(1).substring(0, SHORT), name);
        }
    }

    /** None when git cannot tell them, for then they are not printed either, or stay as they are. */
    private static List<String> lines(ScratchRegistry repository, String... command) throws InterruptedException {
        try {
            return repository.git(command).lines().toList();
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    private static String named(String text, Map<String, String> names) {
        String named = text;
        for (Map.Entry<String, String> name : names.entrySet()) {
            named = named.replace(name.getKey(), name.getValue());
        }
        // Those of packs differ with versions of git and zlib.
        return named.replaceAll("\\b[0-9a-f]{40}\\b", "<id>");
    }
}
