package dev.concordat.check.report;

import static dev.concordat.check.report.JsonText.list;
import static dev.concordat.check.report.JsonText.object;
import static dev.concordat.check.report.JsonText.string;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.concordat.check.Violation;
import dev.concordat.check.breaking.BreakingRule;
import dev.concordat.check.report.RunnerCommands.Command;
import dev.concordat.schema.Location;
import dev.concordat.schema.Place;
import dev.concordat.schema.Problem;
import dev.concordat.schema.SourceText;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Whatever names and messages are made of, GitHub's runner obeys the commands that were meant and no others, data parses back to what was meant, and nothing
 * printed moves a cursor. {@code -Dreport.texts=10000000} tries more, {@code -Dreport.seed=2} others.
 */
final class HostileReportTest {
    private static final int TEXTS = Integer.getInteger("report.texts", 200_000);

    /** Whole reports cost more than single texts. */
    private static final int TEXTS_IN_REPORTS = TEXTS / 20;

    private static final byte[] PROTO = "syntax = \"proto3\";\n\nmessage Order {}\n".getBytes(StandardCharsets.UTF_8);
    private static final List<String> RULES =
            BreakingRule.all().stream().map(BreakingRule::id).toList();

    private final HostileText hostile = new HostileText(Long.getLong("report.seed", 1));
    private int texts;

    @Test
    void noTextIsMoreThanText() {
        while (texts < TEXTS) {
            String path = Printable.path(text());
            String text = text();
            String message = Printable.message(text);
            String command = WorkflowCommand.named("error").with("file", path).line(message);
            assertEquals(List.of(error(List.of("file", path), message)), RunnerCommands.of(command), command);
            assertPrintable(command);
            assertHarmless(path + ":1:1: " + message + "\n");
            assertTrue(path.length() <= 1024 && message.length() <= 4000, text);
            assertEquals(text, JsonText.parse(Json.quote(text)));
            assertHarmless(Json.quote(text));
            assertEquals(List.of("x y=" + message), HostileXml.read("<x y=" + Xml.quote(message) + "/>"));
            assertEquals(message, HostileMarkdown.plain(Markdown.escape(message)));
        }
    }

    @Test
    void noReportHoldsMoreThanWasMeant() {
        while (texts < TEXTS_IN_REPORTS) {
            check(
                    hostile.number(4) == 0
                            ? Report.ofProblems(several(this::problem))
                            : Report.of(several(this::violation)));
        }
    }

    private <T> List<T> several(Supplier<T> supplier) {
        return Stream.generate(supplier).limit(1 + hostile.number(14)).toList();
    }

    private Violation violation() {
        Optional<Location> current = hostile.number(8) == 0 ? Optional.empty() : Optional.of(location());
        Optional<Location> previous = hostile.number(2) == 0 ? Optional.empty() : Optional.of(location());
        return Violation.of(RULES.get(hostile.number(RULES.size())), current, previous, text());
    }

    private Location location() {
        int start = hostile.number(PROTO.length);
        return new Location(new SourceText(text(), PROTO), start, start + hostile.number(PROTO.length - start));
    }

    private Problem problem() {
        Optional<Place> place = hostile.number(5) == 0
                ? Optional.empty()
                : Optional.of(new Place(text(), hostile.number(3), hostile.number(3)));
        return new Problem(place, text(), hostile.number(2) == 0 ? "" : text());
    }

    private String text() {
        texts++;
        return hostile.next();
    }

    static void check(Report report) {
        checkCommands(report, GithubActionsReport.print(report));
        String text = TextReport.print(report);
        assertHarmless(text);
        assertEquals(report.size(), text.lines().count());
        checkMsvs(report, MsvsReport.print(report));
        checkJson(report, JsonReport.print(report));
        checkGitlab(report, GitlabCodeQualityReport.print(report));
        checkSarif(report, SarifReport.print(report));
        HostileXml.check(report, JunitReport.print(report));
        HostileMarkdown.check(report, StepSummaryReport.print(report, 1 << 20));
    }

    private static void checkCommands(Report report, String text) {
        List<Command> expected = new ArrayList<>();
        report.atMost(10).forEach(entry -> expected.add(error(entry)));
        if (report.size() > 10) {
            String notice = report.counted(report.size(), "")
                    + ": the 10 worst are annotated, since GitHub shows no more of a step. The others are in the log.";
            expected.add(new Command("notice", Map.of(), notice));
            expected.add(new Command("group", Map.of(), report.counted(report.size() - 10, "more")));
            expected.add(new Command("endgroup", Map.of(), ""));
        }
        assertEquals(expected, RunnerCommands.of(text), text);
        assertPrintable(text);
    }

    private static Command error(Entry entry) {
        List<String> properties = new ArrayList<>();
        entry.anyPath().ifPresent(path -> properties.addAll(List.of("file", entry.shownPath())));
        if (entry.path().isPresent()) {
            Span span = entry.shownSpan();
            properties.addAll(List.of("line", "" + span.start().line()));
            properties.addAll(List.of("col", "" + span.start().column()));
            properties.addAll(List.of("endLine", "" + span.end().line()));
            properties.addAll(List.of("endColumn", "" + span.end().column()));
        }
        return error(properties, entry.message());
    }

    /** The command as the runner should see it, which sees no empty property and never an equals sign at the start of one. */
    private static Command error(List<String> properties, String message) {
        Map<String, String> seen = RunnerCommands.properties(properties);
        seen.values().removeIf(String::isEmpty);
        seen.replaceAll((name, value) -> value.startsWith("=") ? "\\u{3d}" + value.substring(1) : value);
        return new Command("error", seen, message);
    }

    private static void checkMsvs(Report report, String text) {
        StringBuilder expected = new StringBuilder();
        for (Entry entry : report.entries()) {
            expected.append("%s(%d,%d) : error %s : %s\n"
                    .formatted(
                            entry.shownPath(),
                            entry.shownSpan().start().line(),
                            entry.shownSpan().start().column(),
                            entry.type(),
                            entry.message()));
        }
        assertEquals(expected.toString(), text);
        assertHarmless(text);
    }

    private static void checkJson(Report report, String text) {
        TreeSet<String> expected = new TreeSet<>();
        report.entries().forEach(entry -> expected.add(entry.type() + entry.path() + entry.message()));
        TreeSet<String> actual = new TreeSet<>();
        text.lines().map(JsonText::parse).forEach(line -> {
            Optional<Object> path = Optional.ofNullable(object(line).get("path"));
            actual.add(string(line, "type") + path + string(line, "message"));
        });
        assertEquals(expected, actual);
        assertHarmless(text);
    }

    private static void checkGitlab(Report report, String text) {
        List<?> findings = (List<?>) JsonText.parse(text);
        assertEquals(report.size(), findings.size());
        for (int at = 0; at < findings.size(); at++) {
            Entry entry = report.entries().get(at);
            Object path = object(findings.get(at), "location").get("path");
            assertEquals(entry.message(), string(findings.get(at), "description"));
            assertEquals(entry.anyPath(), Optional.ofNullable(path));
        }
        assertHarmless(text);
    }

    private static void checkSarif(Report report, String text) {
        Object run = list(JsonText.parse(text), "runs").get(0);
        List<Entry> placed = report.worstFirst().stream()
                .filter(entry -> entry.anyPath().isPresent())
                .toList();
        List<Object> results = list(run, "results");
        assertEquals(placed.size(), results.size());
        for (int at = 0; at < results.size(); at++) {
            Entry entry = placed.get(at);
            String message = string(object(results.get(at), "message"), "text");
            boolean link = entry.message().contains("](");
            assertEquals(link ? entry.message().replaceAll("[\\[\\]]", "\\\\$0") : entry.message(), message);
            Object place = object(list(results.get(at), "locations").get(0), "physicalLocation");
            String uri = string(object(place, "artifactLocation"), "uri");
            // What no encoding can hold, such as half a surrogate pair, no path of a file holds either.
            byte[] path = entry.anyPath().orElseThrow().getBytes(StandardCharsets.UTF_8);
            assertEquals(
                    new String(path, StandardCharsets.UTF_8),
                    URLDecoder.decode(uri.replaceFirst("^file://", ""), StandardCharsets.UTF_8));
        }
        assertHarmless(text);
    }

    private static void assertHarmless(String text) {
        assertEquals(List.of(), RunnerCommands.of(text), text);
        assertPrintable(text);
    }

    /** No control character but the ends of our own lines, nothing invisible, and nothing that UTF-8 cannot hold. */
    private static void assertPrintable(String text) {
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            int character = text.codePointAt(at);
            boolean harmless = switch (Character.getType(character)) {
                case Character.CONTROL -> character == '\n';
                case Character.FORMAT,
                        Character.SURROGATE,
                        Character.PRIVATE_USE,
                        Character.UNASSIGNED,
                        Character.LINE_SEPARATOR,
                        Character.PARAGRAPH_SEPARATOR -> false;
                default -> character < 0xFE00 || character > 0xFE0F;
            };
            assertTrue(harmless, () -> "U+" + Integer.toHexString(character) + " in " + text);
        }
    }
}
