package dev.concordat.check.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.concordat.check.Violation;
import dev.concordat.check.Witness;
import dev.concordat.check.WitnessSearch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

final class WitnessInReportsTest {
    private static final Witness SHORT = new Witness("08 85 80 80 80 10", "4294967301", "5");
    private static final Witness LONG = new Witness("08 ".repeat(60) + "05", "5", "not read");

    @Test
    void isASentenceBehindTheMessage() {
        Violation shown = violation(0, new WitnessSearch(() -> Optional.of(SHORT)));
        assertEquals(
                "a.proto: FIELD_SAME_TYPE: Message 0. Witness: 08 85 80 80 80 10 is 4294967301 before, 5 after.\n",
                TextReport.print(List.of(shown)).replace(":1:1", ""));
        Report report = Report.of(List.of(shown));
        assertTrue(StepSummaryReport.print(report, 1 << 20).contains("4294967301 before"));
        assertTrue(GithubActionsReport.print(report).contains("4294967301 before"));
        assertTrue(SarifReport.print(report).contains("4294967301 before"));
    }

    @Test
    void isLeftToProgramsWhenItIsLong() {
        Report report = Report.of(List.of(violation(0, new WitnessSearch(() -> Optional.of(LONG)))));
        assertFalse(TextReport.print(report).contains("Witness"));
        assertTrue(
                SarifReport.print(report).contains("\"properties\":{\"witness\":{\"data\":\"08 08"),
                SarifReport.print(report));
    }

    @Test
    void isNotLookedForByFormatsThatAreBufs() {
        WitnessSearch failing = new WitnessSearch(() -> {
            throw new IllegalStateException("Looked for a witness that is not printed.");
        });
        Report report = Report.of(List.of(violation(0, failing)));
        for (Function<Report, String> format : List.<Function<Report, String>>of(
                JsonReport::print, MsvsReport::print, JunitReport::print, GitlabCodeQualityReport::print)) {
            assertTrue(format.apply(report).contains("Message 0."));
        }
    }

    @Test
    void isLookedForOnceAndOnlyForWhatIsPrinted() {
        List<Integer> looked = new ArrayList<>();
        List<Violation> violations = new ArrayList<>();
        for (int number = 0; number < 1_200; number++) {
            int looking = number;
            violations.add(violation(number, new WitnessSearch(() -> {
                looked.add(looking);
                return Optional.empty();
            })));
        }
        Report report = Report.of(violations);
        TextReport.print(report);
        TextReport.print(report);
        assertEquals(1_000, looked.size());
    }

    @Test
    void changesNeitherEqualityNorFingerprint() {
        Violation shown = violation(0, new WitnessSearch(() -> Optional.of(SHORT)));
        Violation other = shown.shownBy(new WitnessSearch(() -> Optional.of(LONG)));
        assertEquals(shown, other);
        assertEquals(shown.hashCode(), other.hashCode());
        assertEquals(new Fingerprint().next(Entry.of(shown)), new Fingerprint().next(Entry.of(other)));
    }

    private static Violation violation(int number, WitnessSearch search) {
        return Violations.at("x", "x", "Message %d.".formatted(number))
                .shownBy(search)
                .with(List.of());
    }
}
