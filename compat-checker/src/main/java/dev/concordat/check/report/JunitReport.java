package dev.concordat.check.report;

import dev.concordat.schema.Position;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** JUnit's XML, which most CI systems show: a suite for each file, a failed test for each entry, an error for what breaks no rule. */
public final class JunitReport {
    private static final String PROTO = ".proto";

    private JunitReport() {}

    /** The document; without entries it has no suites. */
    public static String print(Report report) {
        Map<String, List<Entry>> entriesByPath = report.entries().stream()
                .collect(Collectors.groupingBy(Entry::shownPath, LinkedHashMap::new, Collectors.toList()));
        StringBuilder xml = new StringBuilder("<testsuites>");
        entriesByPath.forEach((path, entries) -> suite(path, entries, xml));
        return xml.append(entriesByPath.isEmpty() ? "" : "\n")
                .append("</testsuites>\n")
                .toString();
    }

    private static void suite(String path, List<Entry> entries, StringBuilder xml) {
        String name = path.endsWith(PROTO) ? path.substring(0, path.length() - PROTO.length()) : path;
        long errors = entries.stream().filter(Entry::isProblem).count();
        xml.append("\n  <testsuite name=%s tests=\"%s\" failures=\"%s\" errors=\"%s\">"
                .formatted(Xml.quote(name), entries.size(), entries.size() - errors, errors));
        entries.forEach(entry -> testCase(entry, xml));
        xml.append("\n  </testsuite>");
    }

    private static void testCase(Entry entry, StringBuilder xml) {
        Position start = entry.shownSpan().start();
        String place = entry.path().isPresent() ? "_" + start.line() + "_" + start.column() : "";
        String message = entry.shownPath() + ":" + TextReport.position(start) + ":" + entry.message();
        xml.append("\n    <testcase name=" + Xml.quote(entry.type() + place) + ">");
        String outcome = entry.isProblem() ? "error" : "failure";
        xml.append("\n      <%s message=%s type=%s></%s>"
                .formatted(outcome, Xml.quote(message), Xml.quote(entry.type()), outcome));
        xml.append("\n    </testcase>");
    }
}
