package dev.concordat.check.breaking;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.concordat.check.Violation;
import dev.concordat.check.report.JsonReport;
import dev.concordat.check.report.TextReport;
import dev.concordat.schema.ContractException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the cases expect, a test for each rule, and nothing else: mutation testing asks these tests for every mutant. {@code -Dgolden.update} rewrites
 * what is expected.
 */
final class RuleCaseTest {
    private static final boolean UPDATE = System.getProperty("golden.update") != null;

    static Stream<String> rules() {
        return RuleCase.rules();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void reportsWhatItsCasesExpect(String rule) {
        assertAll(RuleCase.of(rule).map(ruleCase -> () -> assertExpected(ruleCase)));
    }

    private static void assertExpected(RuleCase ruleCase) throws IOException, ContractException {
        List<Violation> violations = ruleCase.violations();
        for (Violation violation : violations) {
            List<Violation> constituents = violation.constituents();
            assertEquals(
                    constituents.stream().sorted().toList(),
                    constituents,
                    "A fingerprint is made of them in their order.");
        }
        assertText(ruleCase.expected(), TextReport.print(violations));
        if (Files.exists(ruleCase.expectedForPrograms())) {
            assertText(ruleCase.expectedForPrograms(), JsonReport.print(violations));
        }
    }

    private static void assertText(Path expected, String text) throws IOException {
        if (UPDATE) {
            Files.writeString(expected, text);
        }
        assertEquals(Files.readString(expected), text, expected::toString);
    }
}
