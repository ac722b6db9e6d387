package dev.concordat.check.report;

import dev.concordat.schema.Position;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.stream.Collectors;

/** GitLab's code quality report: one JSON list, empty when there is nothing to tell. */
public final class GitlabCodeQualityReport {
    private static final int FINGERPRINT_BYTES = 64;

    private GitlabCodeQualityReport() {}

    /** The list as one line, ended. */
    public static String print(Report report) {
        return report.entries().stream()
                .map(GitlabCodeQualityReport::object)
                .collect(Collectors.joining(",", "[", "]\n"));
    }

    /** The object, whose fingerprint is over the same object without one, as buf's. */
    private static String object(Entry entry) {
        String plain = complete(head(entry), entry).toString();
        byte[] digest = Shake256.digest(plain.getBytes(StandardCharsets.UTF_8), FINGERPRINT_BYTES);
        return complete(head(entry).text("fingerprint", HexFormat.of().formatHex(digest)), entry)
                .toString();
    }

    private static Json head(Entry entry) {
        return Json.object().text("description", entry.message()).text("check_name", entry.type());
    }

    private static Json complete(Json head, Entry entry) {
        Json location = Json.object();
        entry.anyPath().ifPresent(path -> location.text("path", path));
        Span span = entry.shownSpan();
        location.value(
                "positions",
                Json.object().value("begin", position(span.start())).value("end", position(span.end())));
        return head.value("location", location).text("severity", "minor");
    }

    private static Json position(Position position) {
        return Json.object().number("line", position.line()).number("column", position.column());
    }
}
