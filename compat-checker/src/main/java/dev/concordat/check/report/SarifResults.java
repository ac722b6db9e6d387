package dev.concordat.check.report;

import dev.concordat.check.Witness;
import dev.concordat.schema.Location;
import dev.concordat.schema.Position;
import dev.concordat.schema.SourceText;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** Writes entries as SARIF results. */
final class SarifResults {
    private static final String UNRESERVED = "-._~/";

    private final List<String> types;
    private final Fingerprint fingerprints = new Fingerprint();
    private final Map<SourceText, Utf16Columns> columns = new HashMap<>();

    /**
     * A writer of results.
     *
     * @param types the ids of the rules in the order the log describes them
     */
    SarifResults(List<String> types) {
        this.types = types;
    }

    /** An entry that has a path as a result. */
    String result(Entry entry) {
        Json json = Json.object()
                .text("ruleId", entry.type())
                .number("ruleIndex", types.indexOf(entry.type()))
                .text("level", "error")
                .number("rank", entry.severity().rank())
                .value("message", SarifReport.message(entry.shownMessage()))
                .value("locations", "[" + primary(entry) + "]");
        entry.previous().ifPresent(previous -> json.value("relatedLocations", "[" + related(previous) + "]"));
        json.value("partialFingerprints", Json.object().text("concordat/v1", fingerprints.next(entry)));
        entry.witness().ifPresent(found -> json.value("properties", properties(found)));
        return json.toString();
    }

    /** Data as it is, for programs that want to read it themselves. */
    private static Json properties(Witness found) {
        Json witness = Json.object()
                .text("data", found.data())
                .text("previous", found.previous())
                .text("current", found.current());
        return Json.object().value("witness", witness);
    }

    private Json primary(Entry entry) {
        return entry.location()
                .map(location -> place(entry.anyPath().orElseThrow(), region(location)))
                .orElseGet(() -> place(entry));
    }

    /** Where an entry is that has a path, as far as lines and columns say. */
    static Json place(Entry entry) {
        return place(entry.anyPath().orElseThrow(), lineAndColumn(entry));
    }

    private Json related(Location previous) {
        return place(previous.path(), region(previous))
                .value("message", SarifReport.message("Where it was before the change."));
    }

    private static Json place(String path, Json region) {
        Json physical = Json.object()
                .value("artifactLocation", Json.object().text("uri", uri(path)))
                .value("region", region);
        return Json.object().value("physicalLocation", physical);
    }

    private static Json lineAndColumn(Entry entry) {
        Position start = entry.shownSpan().start();
        Json region = Json.object().number("startLine", start.line());
        return entry.span().isEmpty() ? region : region.number("startColumn", start.column());
    }

    private Json region(Location location) {
        Position start = location.startPosition();
        Position end = location.endPosition();
        Json region = Json.object().number("startLine", start.line());
        if (start.equals(end)) {
            return region;
        }
        SourceText text = location.text();
        boolean known = text.bytes().length == text.size();
        Utf16Columns counted = columns.computeIfAbsent(text, key -> new Utf16Columns(key.bytes()));
        return region.number("startColumn", known ? counted.column(location.start()) : start.column())
                .number("endLine", end.line())
                .number("endColumn", known ? counted.column(location.end()) : end.column());
    }

    /** The path as a URI: an absolute one of scheme file, any other relative to the top of the repository. */
    private static String uri(String path) {
        StringBuilder uri = new StringBuilder(path.startsWith("/") ? "file://" : "");
        for (byte octet : path.getBytes(StandardCharsets.UTF_8)) {
            boolean letterOrDigit =
                    (octet >= 'a' && octet <= 'z') || (octet >= 'A' && octet <= 'Z') || (octet >= '0' && octet <= '9');
            if (letterOrDigit || UNRESERVED.indexOf(octet) >= 0) {
                uri.append((char) octet);
            } else {
                uri.append('%').append(HexFormat.of().withUpperCase().toHexDigits(octet));
            }
        }
        return uri.toString();
    }
}
