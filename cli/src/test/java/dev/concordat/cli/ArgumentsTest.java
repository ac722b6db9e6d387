package dev.concordat.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.concordat.schema.ContractException;
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

    @Test
    void readsListsWithCommas() throws ContractException {
        String word = "x\"\"".repeat(50_000);
        Arguments arguments = Arguments.parse(
                new BreakingCommand(), List.of("--path", "a,\"b,\"\"c\"\"\"", "--path=\"" + word + "\",d"));
        assertEquals(List.of("a", "b,\"c\"", word.replace("\"\"", "\""), "d"), arguments.values("--path"));
    }
}
