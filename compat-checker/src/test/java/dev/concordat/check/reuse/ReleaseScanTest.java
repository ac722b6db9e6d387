package dev.concordat.check.reuse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.concordat.schema.SourceText;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which files of releases are worth compiling: not one more than those, or every look at what is new compiles all that was ever released. */
final class ReleaseScanTest {
    private static final Use NUMBER = Use.fieldNumber("p.Order", 2);
    private static final Use NAME = Use.fieldName("p.Order", "note");

    @Test
    void aFileThatUsesNothingOfWhatIsLookedForIsNot() {
        assertFalse(scan(NUMBER, NAME).read(proto("message Order { optional string id = 1; }")));
        assertFalse(scan(NUMBER, NAME).read(proto("message Bill { optional string note = 2; }")));
        assertFalse(scan(NUMBER, NAME).read(proto("message Order { } message Bill { optional string note = 2; }")));
        assertFalse(scan(Use.typeName("p.Order")).read(proto("message Bill { optional string order = 2; }")));
        assertFalse(scan(Use.fieldNumber("p.Order", 100)).read(proto("extend Bill { optional string order = 100; }")));
    }

    @Test
    void aFileThatUsesItIs() {
        assertTrue(scan(NUMBER).read(proto("message Order { optional string id = 2; }")));
        assertTrue(scan(NAME).read(proto("message Order { optional string note = 1; }")));
        assertTrue(scan(NAME).read(proto("message Order { optional string text = 1 [json_name = \"note\"]; }")));
        assertTrue(scan(Use.typeName("p.Order")).read(proto("message Order { }")));
        assertTrue(scan(Use.fieldNumber("p.Order", 100)).read(proto("extend Order { optional string x = 100; }")));
    }

    @Test
    void aFileThatDeclaresAnExtensionIsByItsNameOrThatOfItsGroup() {
        String declared = "extend Order { optional string sizeLimit = 100; optional group Part = 101 { } }";
        assertTrue(scan(Use.extensionName("p.sizeLimit")).read(proto(declared)));
        assertFalse(scan(Use.extensionName("p.sizelimit")).read(proto(declared)));
        assertTrue(scan(Use.extensionName("p.part")).read(proto(declared)));
        assertFalse(scan(Use.extensionName("p.Part")).read(proto(declared)));
    }

    @Test
    void aFileThatIsNotWellFormedIsAsFarAsItMayUseIt() {
        assertTrue(scan(NUMBER).read(proto("message Order { optional string id = ; }")));
        assertFalse(scan(NUMBER).read(proto("message Bill { optional string id = ; }")));
    }

    @Test
    void theSameWordsInAnOlderReleaseAreNot() {
        ReleaseScan scan = scan(NUMBER);
        assertTrue(scan.read(proto("message Order { optional string note = 2; }")));
        assertFalse(scan.read(proto("// Older.\nmessage Order { optional string note = 2; }")));
        assertTrue(scan.read(proto("message Order { optional int64 note = 2; }")));
    }

    @Test
    void aFileIsFoundAmongAsManyNamesAsThereMayBe() {
        Set<Use> many = new HashSet<>();
        for (int count = 0; count < 40; count++) {
            many.add(Use.fieldNumber("p.Order" + count, 2));
            ReleaseScan scan = new ReleaseScan(many);
            assertTrue(scan.read(proto("message Order0 { optional string note = 2; }")));
            assertFalse(scan.read(proto("message Bill { optional string note = 2; }")));
        }
    }

    @Test
    void tellsTheNumbersOfThoseThatAreLookedForAndOfNobodyElse() {
        ReleaseScan scan = scan(NUMBER, Use.valueNumber("p.Kind", 3), Use.fieldNumber("p.Other", 100));
        scan.read(proto("message Order { optional string id = 5; } enum Kind { ZERO = 0; SEVEN = 7; }"));
        scan.read(proto("message Bill { optional string order = 6; } extend Other { optional string x = 101; }"));
        assertEquals(
                Map.of("p.Order", Set.of(5), "p.Kind", Set.of(0, 7), "p.Other", Set.of(101)), scan.numbersByOwner());
    }

    private static ReleaseScan scan(Use... uses) {
        return new ReleaseScan(Set.of(uses));
    }

    private static SourceText proto(String declarations) {
        String text = "syntax = \"proto2\";\npackage p;\n" + declarations + "\n";
        return new SourceText("a.proto", text.getBytes(StandardCharsets.UTF_8));
    }
}
