package dev.concordat.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.concordat.schema.ContractException;
import dev.concordat.schema.Failure;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ArgumentsTest {
    @ParameterizedTest
    @CsvSource({
        "--help, true",
        "-h --nosuch, true",
        "a --against b -h, true",
        "--against -h, false",
        "--path --help, false",
        "-- -h, false"
    })
    void helpIsAFlagAndNoValue(String line, boolean wanted) throws ContractException {
        List<String> words = List.of(line.split(" "));
        assertEquals(wanted, Arguments.parse(new BreakingCommand(), words).isHelpWanted());
    }

    @ParameterizedTest
    @CsvSource({"--agianst, --against", "--config-of-module, --config", "--against-confg, --against-config"})
    void suggestsAFlag(String given, String suggested) {
        ContractException refused = assertThrows(
                ContractException.class, () -> Arguments.parse(new BreakingCommand(), List.of(given, "a")));
        String expected = "Unknown flag \"%s\". Did you mean \"%s\"?".formatted(given, suggested);
        assertEquals(expected, refused.problems().get(0).message());
    }

    @ParameterizedTest
    @CsvSource({"check, --onto", "waive, --onto", "release, --remote", "publish, --to", "publish, --qualifier"})
    void refusesAnEmptyValueOfAFlagThatDecidesWhereTo(String name, String flag) {
        Command command = Commands.all().stream()
                .filter(known -> known.name().equals(name))
                .findFirst()
                .orElseThrow();
        Terminal terminal =
                new Terminal(System.out, System.err, false, Path.of("").toAbsolutePath());
        ContractException refused = assertThrows(
                ContractException.class, () -> command.run(Arguments.parse(command, List.of(flag, "")), terminal));
        assertEquals(Failure.CONFIGURATION, refused.failure());
        assertEquals(
                "Flag \"%s\" has an empty value, as of a variable that is not set.".formatted(flag),
                refused.problems().get(0).message());
    }

    @Test
    void readsListsWithCommas() throws ContractException {
        String word = "x\"\"".repeat(50_000);
        Arguments arguments = Arguments.parse(
                new BreakingCommand(), List.of("--path", "a,\"b,\"\"c\"\"\"", "--path=\"" + word + "\",d"));
        assertEquals(List.of("a", "b,\"c\"", word.replace("\"\"", "\""), "d"), arguments.values("--path"));
    }
}
