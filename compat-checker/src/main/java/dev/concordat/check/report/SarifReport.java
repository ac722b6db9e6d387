package dev.concordat.check.report;

import dev.concordat.schema.ToolVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** A SARIF 2.1.0 log within GitHub's limits: 25,000 results and 10 MB compressed, the worst first. */
public final class SarifReport {
    private static final int RESULTS = 25_000;
    private static final int COMPRESSED_BYTES = 9_500_000;
    private static final int NOTIFICATIONS = 100;
    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";
    private static final String HOME = "https://github.com/concordat-dev/concordat";

    private final Report report;
    private final List<Entry> placed;
    private final List<String> types;
    private final List<String> results = new ArrayList<>();
    private final List<String> notifications = new ArrayList<>();

    private SarifReport(Report report) {
        this.report = report;
        this.placed = report.worstFirst().stream().filter(SarifReport::isResult).toList();
        this.types = List.copyOf(new TreeSet<>(placed.stream().map(Entry::type).toList()));
    }

    /** GitHub refuses a log with a result that has no place; what has none, or no rule, becomes a notification. */
    private static boolean isResult(Entry entry) {
        return entry.anyPath().isPresent() && !entry.isProblem();
    }

    /** The log; without entries it says that there are none. */
    public static String print(Report report) {
        return print(report, COMPRESSED_BYTES);
    }

    /** The log with as many results as compress to so many bytes. */
    static String print(Report report, int compressedBytes) {
        SarifReport sarif = new SarifReport(report);
        sarif.addNotifications();
        sarif.addResults(compressedBytes);
        return sarif.log() + "\n";
    }

    private void addResults(int compressedBytes) {
        SarifResults writer = new SarifResults(types);
        try (CompressedSize size = new CompressedSize()) {
            for (Entry entry : placed.subList(0, Math.min(RESULTS, placed.size()))) {
                String result = writer.result(entry);
                if (size.with(result) > compressedBytes) {
                    break;
                }
                results.add(result);
            }
        }
        if (results.size() < placed.size()) {
            String rest = report.counted(placed.size() - results.size(), "more");
            String message = "There are " + rest + ", for which a log has no room. These are the worst.";
            notifications.add(notification("warning", message).toString());
        }
    }

    private void addNotifications() {
        report.entries().stream()
                .filter(entry -> !isResult(entry))
                .limit(NOTIFICATIONS)
                .forEach(entry -> notifications.add(error(entry).toString()));
    }

    private Json log() {
        Json driver = Json.object()
                .text("name", "Concordat")
                .text("version", ToolVersion.get())
                .text("semanticVersion", ToolVersion.get())
                .text("informationUri", HOME)
                .value("rules", Json.lines(types.stream().map(SarifRule::of).toList()));
        Json run = Json.object()
                .value("tool", Json.object().value("driver", driver))
                .value("invocations", Json.array(List.of(invocation().toString())))
                .text("columnKind", "utf16CodeUnits")
                .value("results", Json.lines(results));
        return Json.object()
                .text("$schema", SCHEMA)
                .text("version", "2.1.0")
                .value("runs", Json.array(List.of(run.toString())));
    }

    /** Contracts that do not compile were not checked, and of problems more may be hidden. */
    private Json invocation() {
        boolean whole =
                report.entries().stream().noneMatch(entry -> entry.type().equals(Entry.COMPILE) || entry.isProblem());
        Json invocation = Json.object().value("executionSuccessful", Boolean.toString(whole));
        return notifications.isEmpty()
                ? invocation
                : invocation.value("toolExecutionNotifications", Json.lines(notifications));
    }

    private static Json error(Entry entry) {
        Json error = notification("error", entry.message());
        return entry.anyPath().isEmpty()
                ? error
                : error.value(
                        "locations",
                        Json.array(List.of(SarifResults.place(entry).toString())));
    }

    private static Json notification(String level, String message) {
        return Json.object().text("level", level).value("message", message(message));
    }

    /**
     * A SARIF message: square brackets before a round one would be read as a link (section 3.11.6). Braces stay single: without arguments there are no
     * placeholders, and readers show what section 3.11.5 doubles as it is.
     */
    static Json message(String text) {
        String literal = text.contains("](") ? text.replace("[", "\\[").replace("]", "\\]") : text;
        return Json.object().text("text", literal);
    }
}
