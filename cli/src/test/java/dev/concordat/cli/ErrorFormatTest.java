package dev.concordat.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.concordat.check.Violation;
import dev.concordat.check.report.Report;
import dev.concordat.schema.ContractException;
import dev.concordat.schema.Failure;
import dev.concordat.schema.Location;
import dev.concordat.schema.Place;
import dev.concordat.schema.SourceText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class ErrorFormatTest {
    private static final String NAMES = "text, json, msvs, junit, github-actions, gitlab-code-quality or sarif";
    private static final Violation VIOLATION = Violation.of(
            "FIELD_SAME_TYPE",
            Optional.of(new Location(new SourceText("\u00e9.proto", "abc".getBytes(StandardCharsets.UTF_8)), 1, 2)),
            Optional.empty(),
            "Gr\u00fc\u00dfe.");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Terminal terminal = new Terminal(
            new PrintStream(out, true, StandardCharsets.US_ASCII),
            new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
            false,
            Path.of(""));

    @ParameterizedTest
    @EnumSource
    void isFoundByTheNameThatBufGivesIt(ErrorFormat format) throws ContractException {
        assertEquals(format, of("--error-format", format.toString()));
        assertTrue(NAMES.contains(format.toString()));
    }

    @Test
    void isTextWhenNothingIsSaid() throws ContractException {
        assertEquals(ErrorFormat.TEXT, of());
        assertEquals("One of " + NAMES, ErrorFormat.FLAG.purpose());
    }

    @ParameterizedTest
    @CsvSource({
        "github, github-actions",
        "gitlab, gitlab-code-quality",
        "code-quality, gitlab-code-quality",
        "sarif-2.1.0, sarif",
        "jsno, json",
        "JSON, json",
        "junitt, junit",
        "mvss, msvs"
    })
    void suggestsTheNearest(String given, String suggested) {
        ContractException refused = assertThrows(ContractException.class, () -> of("--error-format", given));
        assertEquals(
                "Unknown error format \"%s\". Did you mean \"%s\"? The formats are %s."
                        .formatted(given, suggested, NAMES),
                refused.getMessage());
    }

    @ParameterizedTest
    @CsvSource({"xyz", "checkstyle"})
    void suggestsNothingThatIsFar(String given) {
        ContractException refused = assertThrows(ContractException.class, () -> of("--error-format", given));
        assertEquals("Unknown error format \"%s\". The formats are %s.".formatted(given, NAMES), refused.getMessage());
        assertEquals(Failure.CONFIGURATION, refused.failure());
    }

    /** As of a variable that is not set. */
    @Test
    void anEmptyOneIsText() throws ContractException {
        assertEquals(ErrorFormat.TEXT, of("--error-format", ""));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "TEXT")
    void programsGetUtf8WhateverTheTerminalShows(ErrorFormat format) {
        format.print(Report.of(List.of(VIOLATION)), Map.of(), terminal);
        String text = out.toString(StandardCharsets.UTF_8);
        assertTrue(text.contains("Gr\u00fc\u00dfe") || text.contains("Gr\\u00fc\\u00dfe"), text);
    }

    @Test
    void githubGetsAnnotationsAndASummary(@TempDir Path directory) throws IOException {
        Path summary = directory.resolve("summary.md");
        Map<String, String> environment = Map.of(StepSummary.VARIABLE, summary.toString());
        ErrorFormat.GITHUB_ACTIONS.print(Report.of(List.of(VIOLATION)), environment, terminal);
        assertEquals(
                "::error file=\u00e9.proto,line=1,col=2,endLine=1,endColumn=3::Gr\u00fc\u00dfe.\n",
                out.toString(StandardCharsets.UTF_8));
        assertTrue(Files.readString(summary).contains("### Concordat: 1 violation"));
    }

    /** Not with GitHub's, which would append to the summary of the step that runs this test. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "GITHUB_ACTIONS")
    void tellsContractsThatDoNotCompile(ErrorFormat format) throws ContractException {
        int status = format.guard(terminal, () -> {
            throw ContractException.at(Failure.CONTRACT, new Place("a.proto", 3, 5), "No name.", "Write one.");
        });
        String text = out.toString(StandardCharsets.UTF_8);
        assertEquals(ExitStatus.VIOLATIONS, status);
        assertTrue(text.contains("a.proto") && text.contains("No name. Write one."), text);
    }

    @Test
    void leavesOtherFailuresToItsCaller() {
        ContractException failure = ContractException.of(Failure.NO_ANSWER, "No disk.", "Buy one.");
        assertEquals(
                failure,
                assertThrows(
                        ContractException.class,
                        () -> ErrorFormat.SARIF.guard(terminal, () -> {
                            throw failure;
                        })));
        assertEquals(0, out.size());
    }

    private static ErrorFormat of(String... arguments) throws ContractException {
        return ErrorFormat.of(Arguments.parse(new CheckCommand(), List.of(arguments)));
    }
}
