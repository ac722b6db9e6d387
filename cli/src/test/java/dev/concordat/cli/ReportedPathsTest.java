package dev.concordat.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.concordat.cli.ScratchRegistry.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A code host finds every file of a report, wherever the command ran and whatever it compared with. */
final class ReportedPathsTest {
    private static final Pattern PATH = Pattern.compile("(?<=[\"=])[^\"=, ]*\\.proto(?=[\",:])");

    @TempDir
    private Path directory;

    private Path top = Path.of("");

    @BeforeEach
    void changeAndDelete() throws IOException, InterruptedException {
        top = directory.resolve("repository");
        for (Path where : Set.of(top, directory.resolve("base"))) {
            new ScratchRegistry(where)
                    .write("svc/buf.yaml", "version: v2\nmodules:\n  - path: protos\n")
                    .write("svc/protos/kept.proto", "syntax = \"proto3\"; package p.v1; message A { string a = 1; }")
                    .write("svc/protos/gone.proto", "syntax = \"proto3\"; package p.v1; message B {}");
        }
        ScratchRegistry repository = new ScratchRegistry(top);
        repository.git("init", "-q", "-b", "main");
        repository.commit("previous");
        repository.edit("svc/protos/kept.proto", text -> text.replace("string", "int32"));
        Files.delete(top.resolve("svc/protos/gone.proto"));
        Files.createDirectories(top.resolve("svc/out"));
    }

    @ParameterizedTest
    @CsvSource({
        "., svc, .git#branch=main|subdir=svc",
        "., svc, ../base/svc",
        "svc, ., ../.git#branch=main|subdir=svc",
        "svc, ., ../../base/svc",
        "svc, protos, ../../base/svc/protos",
        "svc/out, .., ../../.git#branch=main|subdir=svc",
        "svc/protos, ., ../../.git#branch=main|subdir=svc/protos",
        "svc/protos, ., ../../.git#branch=main|subdir=svc",
        "svc/protos, ../../svc/protos, ../../../base/svc/protos",
        "svc/out, .., ../../../base/svc",
        "svc/out, ../.., ../../../base",
        "svc/out, ../.., ../../.git#branch=main"
    })
    void areFromTheTopOfTheRepository(String where, String input, String against) {
        for (String format : Set.of("sarif", "gitlab-code-quality", "github-actions")) {
            Outcome outcome = breaking(where, input, against, format);
            assertEquals(100, outcome.status(), outcome.toString());
            assertEquals(
                    Set.of("svc/protos/gone.proto", "svc/protos/kept.proto"),
                    PATH.matcher(outcome.out())
                            .results()
                            .map(MatchResult::group)
                            .filter(path -> !path.equals("gone.proto"))
                            .collect(Collectors.toCollection(TreeSet::new)),
                    outcome.toString());
        }
    }

    @Test
    void neverGoOutOfTheWorkingDirectoryAndBackIn() {
        for (String input : Set.of(".", "..", "../../svc/protos")) {
            for (String format : Set.of("text", "json", "msvs")) {
                String out = breaking("svc/protos", input, "../../.git#branch=main|subdir=svc", format)
                        .out();
                assertTrue(out.contains("kept.proto"), out);
                assertFalse(out.contains("/kept.proto"), out);
            }
        }
        String aside = breaking("svc/out", "..", "../../../base/svc", "text").out();
        assertTrue(aside.contains("../protos/kept.proto:1:"), aside);
    }

    @ParameterizedTest
    @CsvSource({
        "svc/protos/deep, .., svc/protos, ../kept.proto",
        "svc/protos/deep, ../.., svc, ../kept.proto",
        "svc/protos/deep, ../../.., ., ../../../svc/protos/kept.proto",
        "svc/protos, .., svc, kept.proto",
        "svc/protos, ../.., ., ../../svc/protos/kept.proto",
        "svc, .., ., ../svc/protos/kept.proto"
    })
    void goThroughTheTopOfTheirModule(String where, String input, String base, String printed) throws IOException {
        Files.createDirectories(top.resolve("svc/protos/deep"));
        String against = directory.resolve("base").resolve(base).toString();
        Outcome outcome = breaking(where, input, against, "text");
        assertTrue(("\n" + outcome.out()).contains("\n" + printed + ":1:"), outcome.toString());
    }

    @Test
    void areFromTheWorkingDirectoryForPeople() {
        Outcome text = breaking("svc", ".", "../../base/svc", "text");
        assertTrue(text.out().contains("protos/kept.proto:1:"), text.out());
        assertTrue(text.out().contains("../../base/svc/protos/gone.proto (before): "), text.out());
    }

    private Outcome breaking(String where, String input, String against, String format) {
        return new ScratchRegistry(top.resolve(where))
                .concordat("breaking", input, "--against", against.replace('|', ','), "--error-format", format);
    }
}
