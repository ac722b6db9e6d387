package dev.concordat.check.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.concordat.schema.ToolVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each format prints what lies in the folders; {@code -Dgolden.update} rewrites them. */
final class ReportsTest {
    private static final Map<String, Function<Report, String>> PRINTERS = new TreeMap<>(Map.of(
            "text.txt", TextReport::print,
            "json.jsonl", JsonReport::print,
            "msvs.txt", MsvsReport::print,
            "junit.xml", JunitReport::print,
            "github-actions.txt", GithubActionsReport::print,
            "gitlab-code-quality.json", GitlabCodeQualityReport::print,
            "sarif.json", SarifReport::print,
            "step-summary.md", report -> StepSummaryReport.print(report, 1 << 20)));

    static List<ReportCase> cases() throws IOException {
        return ReportCase.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void printsWhatTheCaseExpects(ReportCase report) throws IOException {
        for (Map.Entry<String, Function<Report, String>> printer : PRINTERS.entrySet()) {
            String text = printer.getValue().apply(report.report()).replace(ToolVersion.get(), "VERSION");
            Path file = report.file(printer.getKey());
            if (System.getProperty("golden.update") != null) {
                Files.writeString(file, text);
            }
            assertEquals(Files.readString(file), text, file.toString());
        }
    }
}
