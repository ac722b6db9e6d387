package dev.concordat.check.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.concordat.check.Quotation;
import dev.concordat.check.Violation;
import dev.concordat.schema.Location;
import dev.concordat.schema.SourceText;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class FingerprintTest {
    private static final String PROTO = """
            message A { message Part { int32 x = 1; } }
            message B { message Part { int32 x = 1; } }
            message Part { int32 x = 1; }
            message C { oneof o { int32 x = 1; } oneof p { int32 y = 2; } }
            message D { optional group G = 1 { int32 x = 1; } oneof o { group H = 2 { int32 x = 1; } } }
            extend A { int32 x = 1; }
            extend B { int32 x = 1; }
            service S { rpc Get(int32) returns (M); }
            service T { rpc Get(int32) returns (M); }
            enum E { int32 = 1; }
            enum F { int32 = 1; }
            """;

    private final Fingerprint fingerprint = new Fingerprint();

    @Test
    void partsWhatIsToldInTheSameWordsByWhatIsAroundIt() {
        int places = PROTO.split("int32", -1).length - 1;
        assertEquals(
                places,
                IntStream.range(0, places)
                        .mapToObj(index -> of("shop.proto", PROTO, index, "Field 1 \"x\" of \"Part\" was deleted."))
                        .distinct()
                        .count());
    }

    @Test
    void takesWhatIsQuotedForTheContractsAndNotForItsOwnWords() {
        String told = "Field 1 \"x\" changed JSON name from \"a\" to \"%s\".";
        List<String> names = List.of(
                "b",
                "line 7",
                "line 8",
                "never used, such as 7",
                "never used, such as 8",
                "never used, such as 8 and 9",
                Quotation.inside("\" never used, such as 7 \""),
                Quotation.inside("\" never used, such as 8 \""),
                " in a/v1.0.0; ",
                " in a/v1.0.1; ",
                "b".repeat(100_000),
                "b".repeat(100_001));
        assertEquals(
                names.size(),
                names.stream()
                        .map(name -> of("shop.proto", PROTO, 0, told.formatted(name)))
                        .distinct()
                        .count());
    }

    @Test
    void needsNoMoreTimeInLongFiles() {
        String proto = IntStream.range(0, 100_000)
                .mapToObj("message M%s {}\n"::formatted)
                .collect(Collectors.joining());
        SourceText text = new SourceText("shop.proto", proto.getBytes(StandardCharsets.UTF_8));
        Set<String> different = new HashSet<>();
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            for (int index = 0; index < 100_000; index += 50) {
                int start = proto.indexOf("M%s {".formatted(index));
                Optional<Location> place = Optional.of(new Location(text, start, start + 1));
                different.add(fingerprint.of(Violation.of("MESSAGE_NO_DELETE", place, Optional.empty(), "M.")));
            }
        });
        assertEquals(2_000, different.size());
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
        String moved =
                "Fields 2 to 4 of \"A\" moved up by 3. Put them back and give \"b\" and \"c\" numbers that were never used, such as %s: they are known by them.";
        assertEquals(
                of("shop.proto", PROTO, 0, moved.formatted("5 and 6")),
                of("shop.proto", PROTO, 0, moved.formatted("8 to 10")));
        assertNotEquals(
                of("shop.proto", PROTO, 0, reuse.formatted("shop/v1.2.0", 7)),
                of("shop.proto", PROTO, 0, reuse.replace("(int32)", "(int64)").formatted("shop/v1.2.0", 7)));
    }

    @Test
    void takesWhatNoConstituentTells() {
        Violation told = Violation.of("FIELD_NO_DELETE", Optional.empty(), Optional.empty(), "Field 2 was deleted.");
        String moved = "Field \"a\" moved from number 2 to 3.";
        assertEquals(
                3,
                Stream.of(moved, moved.replace("to 3", "to 4"), moved + Violation.BESIDES + "Field 3 changed type.")
                        .map(message -> new Violation(
                                "FIELD_SAME_NUMBER", Optional.empty(), Optional.empty(), message, List.of(told)))
                        .map(new Fingerprint()::of)
                        .distinct()
                        .count());
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
