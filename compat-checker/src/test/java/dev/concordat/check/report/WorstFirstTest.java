package dev.concordat.check.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.concordat.check.Violation;
import dev.concordat.check.report.RunnerCommands.Command;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ten thousand findings hide none, whatever a format shows of them. */
final class WorstFirstTest {
    private static final int MIB = 1024 * 1024;
    private static final Report CROWD = crowd();

    private static Report crowd() {
        List<Violation> violations = new ArrayList<>(Violations.many("FILE_SAME_GO_PACKAGE", 9_990, "mild "));
        violations.addAll(Violations.many("FIELD_SAME_NAME", 5, "JSON "));
        violations.addAll(Violations.many("FIELD_WIRE_COMPATIBLE_TYPE", 5, "wire "));
        return Report.of(violations);
    }

    @ParameterizedTest
    @CsvSource({
        "COMPILE, COMPILE",
        "FIELD_WIRE_COMPATIBLE_TYPE, BINARY",
        "FIELD_SAME_TYPE, BINARY",
        "FIELD_NO_DELETE, BINARY",
        "FIELD_NO_DELETE_UNLESS_NUMBER_RESERVED, BINARY",
        "FIELD_SAME_NUMBER, BINARY",
        "FIELD_SAME_NAME, JSON",
        "ENUM_VALUE_SAME_NAME, JSON",
        "FILE_SAME_GO_PACKAGE, SOURCE",
        "MESSAGE_NO_DELETE, SOURCE",
        "NO_RULE, SOURCE"
    })
    void severityFollowsFromCategories(String rule, Severity expected) {
        assertEquals(expected, Severity.of(rule));
    }

    @Test
    void githubAnnotatesTheTenWorstAndCountsAll() {
        String text = GithubActionsReport.print(CROWD);
        List<Command> commands = RunnerCommands.of(text);
        assertEquals("wire 0", commands.get(0).data());
        assertEquals("JSON 4", commands.get(9).data());
        assertTrue(commands.get(10).data().startsWith("10,000 violations: the 10 worst"), text);
        assertTrue(commands.get(10).data().endsWith("Of the others the 1,000 worst are in the log."), text);
        assertEquals(13, commands.size());
        assertTrue(text.contains("... and 8,990 more violations."), text);
        assertEquals(10 + 3 + 1000 + 1, text.lines().count());
    }

    @Test
    void textShowsAThousandAndCountsTheRest() {
        List<String> lines = TextReport.print(CROWD).lines().toList();
        assertEquals(1001, lines.size());
        assertTrue(lines.get(0).endsWith(": wire 0"), lines.get(0));
        assertEquals(
                "... and 9,000 more violations. These are the worst; --error-format json tells all.", lines.get(1000));
        assertEquals(10_000, JsonReport.print(CROWD).lines().count());
    }

    @Test
    void aSummaryHoldsWhatFitsAndCountsTheRest() {
        String all = StepSummaryReport.print(CROWD, MIB);
        assertEquals(10_000, rows(all));
        assertTrue(all.contains("### Concordat: 10,000 violations\n\n- 5 can break binary messages\n"), all);
        for (int bytes = 0; bytes < 4_000; bytes += 97) {
            String some = StepSummaryReport.print(CROWD, bytes);
            assertTrue(some.getBytes(StandardCharsets.UTF_8).length <= bytes, some);
            String rest = String.format(Locale.ROOT, "%,d", 10_000 - rows(some));
            assertTrue(some.isEmpty()
                    || some.endsWith("And " + rest + " more violations, for which a summary has no room.\n"));
        }
    }

    private static long rows(String summary) {
        return summary.lines().filter(line -> line.startsWith("| ")).skip(1).count();
    }

    @Test
    void nothingDependsOnTheLocale() {
        Locale before = Locale.getDefault();
        List<String> inEnglish = printed();
        try {
            for (String tag : List.of("ar-EG-u-nu-arab", "tr", "hi-IN-u-nu-deva")) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                assertEquals(inEnglish, printed(), tag);
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    private static List<String> printed() {
        return List.of(
                TextReport.print(CROWD),
                JsonReport.print(CROWD),
                MsvsReport.print(CROWD),
                JunitReport.print(CROWD),
                GithubActionsReport.print(CROWD),
                GitlabCodeQualityReport.print(CROWD),
                SarifReport.print(CROWD),
                StepSummaryReport.print(CROWD, MIB));
    }
}
