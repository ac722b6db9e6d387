package dev.concordat.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.concordat.schema.ContractException;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ArgumentsTest {
    @Test
    void readsListsWithCommas() throws ContractException {
        String word = "x\"\"".repeat(50_000);
        Arguments arguments = Arguments.parse(
                new BreakingCommand(), List.of("--path", "a,\"b,\"\"c\"\"\"", "--path=\"" + word + "\",d"));
        assertEquals(List.of("a", "b,\"c\"", word.replace("\"\"", "\""), "d"), arguments.values("--path"));
    }
}
