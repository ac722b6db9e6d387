package dev.concordat.schema.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.concordat.schema.ContractFile;
import dev.concordat.schema.SourceText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The part of {@code .ci/oracle} that every build can afford. */
final class OracleTest {
    private static final int SECONDS = 60;
    private static final int MUTANTS = 400;
    private static final int SCALED_BYTES = 256 << 10;
    private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();
    private static final Path CASES = Path.of("src/test/resources/oracle/cases").toAbsolutePath();

    @TempDir
    private Path scratch = Path.of("");

    @ParameterizedTest
    @ValueSource(strings = {"builtin", "contracts", "cases", "refused"})
    void equalsProtocInEverything(String name) throws IOException, InterruptedException {
        Corpus corpus = switch (name) {
            case "cases" -> new Corpus(name, List.of(CASES), "", false);
            case "refused" -> new Corpus(name, List.of(CASES.resolveSibling(name), CASES), "", false);
            default -> Corpus.named(name, CASES, REPOSITORY);
        };
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(text, true, StandardCharsets.UTF_8);
        Protoc protoc = new Protoc(protoc(), BuiltInDirectory.find(), scratch, SECONDS);
        assertEquals(0, new Compare(protoc, out).run(corpus), () -> text.toString(StandardCharsets.UTF_8));
    }

    @Test
    void agreesWithProtocOnMutants() throws IOException, InterruptedException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(text, true, StandardCharsets.UTF_8);
        MutationRun run = new MutationRun(Seeds.ofFolder(CASES), 1, Files.createDirectory(scratch.resolve("results")));
        run.protoc(protoc(), scratch);
        run.run(MUTANTS, SECONDS, out);
        assertEquals(0, run.report(out), () -> text.toString(StandardCharsets.UTF_8));
    }

    @Test
    void noConstructIsSlow() {
        for (Construct construct : Construct.all()) {
            String text = construct.text(construct.most(" ", SCALED_BYTES), " ");
            SourceText source = new SourceText("a.proto", text.getBytes(StandardCharsets.UTF_8));
            Verdict verdict = Assertions.assertTimeout(
                    Duration.ofSeconds(10),
                    () -> Concordat.compile(
                            List.of(new ContractFile("a.proto", Optional.empty(), source)), Set.of("a.proto")),
                    construct.name());
            assertTrue(!verdict.crashed(), () -> construct.name() + ": " + verdict.first());
        }
    }

    /** The real protoc, which the build copied where there is one; Maven's copy is not executable. */
    private static Path protoc() throws IOException {
        Path protoc = Path.of(System.getProperty("protoc", "protoc")).toAbsolutePath();
        if (!Files.exists(protoc)) {
            System.out.println("Not compared: this platform has no protoc 36.2.");
        }
        Assumptions.assumeTrue(Files.exists(protoc));
        if (!Files.isExecutable(protoc) && !protoc.toFile().setExecutable(true)) {
            throw new IOException(protoc + " cannot be made executable.");
        }
        return protoc;
    }
}
