package dev.concordat.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A result that could not be written is no answer. */
final class UnwrittenResultTest {
    private static final String TOLD =
            "The result cannot be written to standard output. Look where it leads: the disk is full, or the program that reads it has ended.\n";

    @TempDir
    private Path directory;

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--help",
                "--version",
                "rules",
                "breaking --help",
                "breaking string --against string --error-format sarif",
                "breaking int32 --against string",
                "build bad --error-format=json"
            })
    void isToldWithStatusOne(String command) throws IOException {
        assertEquals(ExitStatus.NO_ANSWER, run(command));
        assertTrue(told().endsWith(TOLD), told());
    }

    @Test
    void nothingIsMissingWhereNothingIsWritten() throws IOException {
        assertEquals(ExitStatus.FINE, run("breaking string --against string"));
        assertFalse(told().contains(TOLD), told());
    }

    @ParameterizedTest
    @CsvSource({"Broken pipe, false", "No space left on device, true"})
    void aReaderMayHaveEnough(String failure, boolean isError) {
        PrintStream out = StandardOutput.to(new Failing(failure));
        out.println("Fine.");
        assertEquals(isError, out.checkError());
    }

    @ParameterizedTest
    @ValueSource(strings = {"cp0", "", "no name"})
    void aConsoleMayHaveAnEncodingThatJavaDoesNot(String encoding) {
        assertEquals(Charset.defaultCharset(), StandardOutput.charset(encoding));
    }

    private String told() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private int run(String command) throws IOException {
        for (String type : List.of("string", "int32", "bad")) {
            Path contract = directory.resolve(type).resolve("a.proto");
            Files.createDirectories(contract.getParent());
            Files.writeString(contract, "syntax = \"proto3\"; message A { " + type + " a = 1; }");
        }
        Terminal terminal = new Terminal(
                new PrintStream(new Failing("No space left on device"), false, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false,
                directory);
        return new Main(Commands.all(), terminal).run(List.of(command.split(" ")));
    }

    private static final class Failing extends OutputStream {
        private final String failure;

        Failing(String failure) {
            this.failure = failure;
        }

        @Override
        public void write(int octet) throws IOException {
            throw new IOException(failure);
        }
    }
}
