package dev.concordat.check.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.concordat.check.Violation;
import dev.concordat.schema.Location;
import dev.concordat.schema.SourceText;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class FingerprintTest {
    private static final String PROTO = """
            message A { message Part { int32 x = 1; } }
            message B { message Part { int32 x = 1; } }
            message Part { int32 x = 1; }
            """;

    private final Fingerprint fingerprint = new Fingerprint();

    @Test
    void partsMessagesOfOneNameByThoseAroundThem() {
        List<String> all = Stream.of(0, 1, 2)
                .map(index -> of("shop.proto", PROTO, index, "Field 1 \"x\" of \"Part\" was deleted."))
                .toList();
        assertEquals(3, all.stream().distinct().count());
    }

    @Test
    void isTheSameWhereverTheCommandIsRun() {
        assertEquals(of("shop.proto", PROTO, 1, "M."), of("../../shop.proto", PROTO, 1, "M."));
        assertNotEquals(of("shop.proto", PROTO, 1, "M."), of("a/shop.proto", PROTO, 1, "M."));
    }

    @Test
    void leavesOutWhatChangesWithoutTheViolation() {
        String reuse =
                "Number 2 of \"A\" was field \"b\" (string) in %s; it is field \"c\" (int32) now. Take a number that was never used, such as %d.";
        assertEquals(
                of("shop.proto", PROTO, 0, reuse.formatted("shop/v1.2.0", 7)),
                of("shop.proto", "// Words.\n" + PROTO, 0, reuse.formatted("shop-eu/v1.10.3", 12)));
        assertEquals(
                of("shop.proto", PROTO, 0, "Fields 3 to 9 moved up by one, starting at line 12."),
                of("shop.proto", PROTO, 0, "Fields 3 to 9 moved up by one, starting at line 14."));
        assertNotEquals(
                of("shop.proto", PROTO, 0, reuse.formatted("shop/v1.2.0", 7)),
                of("shop.proto", PROTO, 0, reuse.replace("(int32)", "(int64)").formatted("shop/v1.2.0", 7)));
    }

    @Test
    void isTheOneInLogs() {
        Violation violation = violation("shop.proto", PROTO, 1, "M.");
        assertTrue(SarifReport.print(Report.of(List.of(violation)))
                .contains("\"concordat/v1\":\"" + fingerprint.of(violation) + ":1\""));
    }

    private String of(String path, String proto, int index, String message) {
        return fingerprint.of(violation(path, proto, index, message));
    }

    /** A violation at the field of the message with this index. */
    private static Violation violation(String path, String proto, int index, String message) {
        SourceText text = new SourceText(path, proto.getBytes(StandardCharsets.UTF_8));
        int at = proto.indexOf("int32");
        for (int skipped = 0; skipped < index; skipped++) {
            at = proto.indexOf("int32", at + 1);
        }
        return Violation.of("FIELD_NO_DELETE", Optional.of(new Location(text, at, at + 5)), Optional.empty(), message);
    }
}
