package dev.concordat.check.report;

import static dev.concordat.check.report.JsonText.list;
import static dev.concordat.check.report.JsonText.number;
import static dev.concordat.check.report.JsonText.object;
import static dev.concordat.check.report.JsonText.string;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.concordat.check.Violation;
import dev.concordat.schema.ToolVersion;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class SarifReportTest {
    private static final String PROTO = "message Order {\n  int32 key = 1;\n}\n";

    static List<ReportCase> cases() throws IOException {
        return ReportCase.all();
    }

    /** What the schema of SARIF 2.1.0 and GitHub's upload require; the whole schema is not part of the project. */
    @ParameterizedTest
    @MethodSource("cases")
    void holdsWhatSarifAndGithubRequire(ReportCase report) throws IOException {
        Object log = JsonText.parse(SarifReport.print(report.report()));
        assertEquals("2.1.0", string(log, "version"));
        assertTrue(string(log, "$schema").endsWith("sarif-2.1.0.json"));
        Object run = list(log, "runs").get(0);
        Object driver = object(object(run, "tool"), "driver");
        assertEquals(ToolVersion.get(), string(driver, "semanticVersion"));
        List<Object> rules = list(driver, "rules");
        for (Object rule : rules) {
            assertTrue(!string(object(rule, "shortDescription"), "text").isEmpty());
            assertTrue(!string(object(rule, "help"), "text").isEmpty());
            assertTrue(list(object(rule, "properties"), "tags").size() <= 20);
        }
        for (Object result : list(run, "results")) {
            assertEquals(string(result, "ruleId"), string(rules.get(number(result, "ruleIndex")), "id"));
            assertTrue(Set.of("none", "note", "warning", "error").contains(string(result, "level")));
            assertTrue(!string(object(result, "message"), "text").isEmpty());
            assertTrue(string(object(result, "partialFingerprints"), "concordat/v1")
                    .matches("[0-9a-f]{32}:\\d+"));
            assertEquals(1, list(result, "locations").size());
            assertPlace(list(result, "locations").get(0));
        }
    }

    private static void assertPlace(Object location) {
        Object physical = object(location, "physicalLocation");
        URI uri = URI.create(string(object(physical, "artifactLocation"), "uri"));
        assertTrue(!uri.isAbsolute() || uri.getScheme().equals("file"), uri.toString());
        object(physical, "region")
                .forEach((name, value) -> assertTrue(((Double) value) >= 1, name + " of " + physical));
    }

    @Test
    void fingerprintsOutliveMovedLinesAndTellFindingsApart() {
        String moved = "// A comment.\n\n" + PROTO;
        String first = fingerprints(Violations.at("int32", PROTO, "Moved up.")).get(0);
        assertEquals(
                first, fingerprints(Violations.at("int32", moved, "Moved up.")).get(0));
        assertNotEquals(
                first, fingerprints(Violations.at("int32", PROTO, "Another.")).get(0));
        List<String> alike =
                fingerprints(Violations.at("int32", PROTO, "Alike."), Violations.at("key", PROTO, "Alike."));
        assertEquals(alike.get(0).replace(":1", ":2"), alike.get(1));
    }

    private static List<String> fingerprints(Violation... violations) {
        return results(Report.of(List.of(violations))).stream()
                .map(result -> string(object(result, "partialFingerprints"), "concordat/v1"))
                .toList();
    }

    @Test
    void columnsCountCodeUnitsNotWhatATerminalShows() {
        String text = "// \u4e16\u754c\n\t/* \ud83d\ude00\u4e16 */ int32 key = 1;\n";
        Object result =
                results(Report.of(List.of(Violations.at("int32", text, "x")))).get(0);
        Object region = object(object(list(result, "locations").get(0), "physicalLocation"), "region");
        assertEquals(12, number(region, "startColumn"));
        assertEquals(17, number(region, "endColumn"));
    }

    @Test
    void keepsTheWorstOfTooManyAndSaysHowManyAreMissing() {
        List<Violation> violations = new ArrayList<>(Violations.many("FILE_NO_DELETE", 25_004, "mild "));
        violations.addAll(Violations.many("FIELD_SAME_NUMBER", 1, "bad "));
        Report report = Report.of(violations);
        List<Object> results = results(report);
        assertEquals(25_000, results.size());
        assertEquals("FIELD_SAME_NUMBER", string(results.get(0), "ruleId"));
        assertEquals(
                "There are 5 more violations, for which a log has no room. These are the worst.", notification(report));
    }

    @Test
    void staysBelowASizeWhenCompressed() throws IOException {
        Random random = new Random(1);
        List<Violation> violations = new ArrayList<>();
        for (int at = 0; at < 1_000; at++) {
            StringBuilder noise = new StringBuilder();
            random.ints(1_000, ' ', '~').forEach(letter -> noise.append((char) letter));
            violations.addAll(Violations.many("FIELD_SAME_TYPE", 1, noise.toString()));
        }
        String log = SarifReport.print(Report.of(violations), 500_000);
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(log.getBytes(StandardCharsets.UTF_8));
        }
        assertTrue(compressed.size() > 400_000 && compressed.size() < 570_000, compressed.size() + " bytes");
        int written = list(list(JsonText.parse(log), "runs").get(0), "results").size();
        assertTrue(log.contains("There are %d more violations".formatted(violations.size() - written)));
    }

    private static List<Object> results(Report report) {
        return list(run(report), "results");
    }

    private static String notification(Report report) {
        Object invocation = list(run(report), "invocations").get(0);
        Object first = list(invocation, "toolExecutionNotifications").get(0);
        return string(object(first, "message"), "text");
    }

    private static Object run(Report report) {
        return list(JsonText.parse(SarifReport.print(report)), "runs").get(0);
    }
}
