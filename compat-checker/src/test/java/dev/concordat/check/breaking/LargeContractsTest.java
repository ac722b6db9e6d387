package dev.concordat.check.breaking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.concordat.check.Violation;
import dev.concordat.schema.ContractException;
import dev.concordat.schema.ContractFile;
import dev.concordat.schema.SourceText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Twice as much takes twice as long: anything quadratic would take minutes here. */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class LargeContractsTest {
    private static final int SIZE = 20_000;

    @Test
    void tellsAShiftOfTwentyThousandFieldsAsOne() throws IOException, ContractException {
        List<Violation> violations = check(
                message("Order", number -> "string f%d = %d;".formatted(number, number + 20_000)),
                message("Order", number -> "string f%d = %d;".formatted(number, number + 20_001)));
        assertEquals(1, violations.size(), violations.toString());
        assertEquals("FIELD_SAME_NUMBER", violations.get(0).ruleId());
        // Each name but the last takes the place of another, which is one finding of the name and one of the name in
        // JSON.
        assertEquals(2 * (SIZE - 1) + 1, violations.get(0).constituents().size());
    }

    @Test
    void tellsDeletedFieldsOneByOne() throws IOException, ContractException {
        List<Violation> violations = check(
                message("Order", number -> "map<string, string> f%d = %d;".formatted(number, number + 20_000)),
                message(
                        "Order",
                        number -> number % 2 == 0
                                ? "map<string, string> f%d = %d;".formatted(number, number + 20_000)
                                : ""));
        assertEquals(SIZE / 2, violations.size());
    }

    @Test
    void findsRenamedMessagesAmongThousands() throws IOException, ContractException {
        List<Violation> violations = check(
                messages(number -> "message A%d { string id = 2; int32 f%d = 3; }".formatted(number, number)),
                messages(number -> "message B%d { string id = 2; int32 f%d = 3; }".formatted(number, number)));
        assertEquals(SIZE, violations.size());
        assertTrue(violations.stream().allMatch(violation -> violation.ruleId().equals("MESSAGE_SAME_NAME")));
    }

    @Test
    void comparesReservationsInOneWalk() throws IOException, ContractException {
        List<Violation> violations = check(
                message("Order", number -> "reserved %d; reserved \"f%d\";".formatted(number * 2 + 20_000, number)),
                message("Order", number -> "reserved %d;".formatted(number * 2 + 20_000)));
        assertEquals(SIZE, violations.size());
    }

    private static String message(String name, IntFunction<String> line) {
        return "message %s {\n%s\n}\n".formatted(name, messages(line));
    }

    private static String messages(IntFunction<String> line) {
        return IntStream.range(0, SIZE).mapToObj(line).collect(Collectors.joining("\n"));
    }

    private static List<Violation> check(String previous, String current) throws IOException, ContractException {
        return RuleCase.violations(RuleCase.only(List.of("FILE")), file(previous), file(current));
    }

    private static List<ContractFile> file(String body) {
        byte[] text = ("syntax = \"proto3\";\npackage p.v1;\n" + body).getBytes(StandardCharsets.UTF_8);
        return List.of(new ContractFile("a.proto", Optional.of("."), new SourceText("a.proto", text)));
    }
}
