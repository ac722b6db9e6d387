package dev.concordat.check.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.concordat.schema.ContractException;
import dev.concordat.schema.ContractFile;
import dev.concordat.schema.Schema;
import dev.concordat.schema.SourceText;
import dev.concordat.schema.link.LinkingCompiler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A reason holds for what it was written for, and for nothing that only reads like it. */
final class ConditionTest {
    private static final String TYPE =
            "only buf, all, FIELD_WIRE%s_COMPATIBLE_TYPE: Field \"2\" with name \"b\" on message \"M\" changed type from \"p.A\" to \"p.B\".";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            int32 a = 3;                  | int32 a = 3;                        | true  | true
            int32 a = 3;                  | int32 c = 3;                        | true  | false
            int32 a = 3;                  | uint64 a = 3;                       | true  | false
            int32 a = 3;                  | sint32 a = 3;                       | false | false
            int32 a = 3;                  | repeated int32 a = 3;               | false | false
            int32 a = 3; string s = 5;    | int32 a = 3; reserved 5;            | true  | false
            int32 a = 3; string s = 5;    | int32 a = 3; reserved 5, 7;         | true  | false
            int32 a = 3; string s = 5;    | int32 a = 3;                        | false | false
            oneof o { int32 a = 3; }      | int32 a = 3;                        | false | false
            """)
    void messagesAreAlikeWhenTheyReadEachOther(String before, String after, boolean wire, boolean json)
            throws ContractException, IOException {
        Versions versions = new Versions(
                schema("message A { " + before + " } message M { A b = 2; }"),
                schema("message B { " + after + " } message M { B b = 2; }"));
        assertEquals(wire, isExplained(TYPE.formatted(""), versions));
        assertEquals(json, isExplained(TYPE.formatted("_JSON"), versions));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Z = 0; N = 1;                             | true
            Z = 0; O = 1; N = 1;                      | false
            Z = 0;                                    | false
            """)
    void jsonIsWrittenByAnotherNameWhenThatIsTheFirstAndNew(String values, boolean other)
            throws ContractException, IOException {
        String text =
                "only ours, WIRE_JSON, FIELD_WIRE_JSON_COMPATIBLE_TYPE: Field 2 \"e\" of \"M\" changed type from \"p.A.E\" to \"p.B.E\". Keep it.";
        assertEquals(
                other,
                isExplained(
                        text,
                        new Versions(
                                schema("message A { enum E { Z = 0; O = 1; } } message M { A.E e = 2; }"),
                                schema(
                                        "message B { enum E { option allow_alias = true; %s NIL = 0; } } message M { B.E e = 2; }"
                                                .formatted(values)))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            message A {} enum E { Z = 0; } | message A {}      | true
            message A {} enum E { Z = 0; } | enum F { Y = 0; } | false
            """)
    void theLastOfAPackageIsTheLastOfItsKind(String before, String after, boolean last)
            throws ContractException, IOException {
        String text =
                "only ours, PACKAGE, PACKAGE_ENUM_NO_DELETE: Enum \"E\" was deleted from package \"p\". Restore it.";
        assertEquals(last, isExplained(text, new Versions(schema(before), schema(after))));
    }

    @ParameterizedTest
    @CsvSource({
        "google/protobuf/empty.proto, a third party's",
        "kept.proto, still there",
        "a.proto, nothing",
    })
    void onlyAThirdPartysFileOrOneThatIsKeptMayBeDropped(String path, String why)
            throws ContractException, IOException {
        String empty = "import \"google/protobuf/empty.proto\"; message M { google.protobuf.Empty e = 2; }";
        Versions versions =
                new Versions(compile(file("a.proto", empty), file("kept.proto", "")), compile(file("kept.proto", "")));
        assertEquals(
                !why.equals("nothing"),
                isExplained(
                        "only buf, all, FILE_NO_DELETE: Previously present file \"%s\" was deleted.".formatted(path),
                        versions));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            int32 a = 3; int32 b = 5; | int32 b = 3; int32 a = 5; | true
            int32 a = 3; int32 b = 5; | int32 c = 3; int32 b = 5; | false
            """)
    void whatMovedHasItsNameStill(String before, String after, boolean moved) throws ContractException, IOException {
        Versions versions = new Versions(schema("message M { " + before + " }"), schema("message M { " + after + " }"));
        assertEquals(
                moved,
                isExplained(
                        "only ours, WIRE, FIELD_SAME_NUMBER: Fields \"a\" and \"b\" of \"M\" swapped numbers 3 and 5.",
                        versions));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Z = 0; A = 2;                                  | true
            Z = 0; B = 2;                                  | false
            option allow_alias = true; Z = 0; A = 2; B = 2; | false
            """)
    void aNumberIsNewlyNamedWhenItHadNotTheName(String before, boolean explained)
            throws ContractException, IOException {
        Versions versions = new Versions(
                schema("enum E { " + before + " }"),
                schema("enum E { option allow_alias = true; Z = 0; B = 2; A = 2; }"));
        assertEquals(
                explained,
                isExplained(
                        "only ours, FILE, ENUM_VALUE_SAME_NAME: Value 2 of enum \"E\" has its new name \"B\" before \"A\". Declare it behind.",
                        versions));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            message M {} enum E { Z = 0; } | true
            message M {}                   | false
            """)
    void aFileIsElsewhereWhenAllOfItIs(String now, boolean elsewhere) throws ContractException, IOException {
        assertEquals(
                elsewhere,
                isExplained(
                        "only ours, FILE, FILE_SAME_SYNTAX: File \"b.proto\" changed syntax.",
                        new Versions(schema("message M {} enum E { Z = 0; }"), compile(file("b.proto", now)))));
    }

    @ParameterizedTest
    @CsvSource({"message M {}, true", "message N {}, false"})
    void aMessageIsInAnotherFileWhenThatDeclaresIt(String now, boolean explained)
            throws ContractException, IOException {
        assertEquals(
                explained,
                isExplained(
                        "only ours, PACKAGE, FILE_SAME_RUBY_PACKAGE: Message \"M\" moved from \"a.proto\" to \"b.proto\", where option ruby_package is \"B\".",
                        new Versions(schema("message M {}"), compile(file("b.proto", now)))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "map<string, string> names = 2; | true",
                "repeated NamesEntry names = 2; message NamesEntry { string key = 1; } | false"
            })
    void javaChecksTheStringsOfMaps(String fields, boolean explained) throws ContractException, IOException {
        Versions versions = new Versions(
                schema("message M { map<string, string> names = 2; }"), schema("message M { " + fields + " }"));
        assertEquals(
                explained,
                isExplained(
                        "only buf, FILE, FIELD_SAME_JAVA_UTF8_VALIDATION: Field \"1\" with name \"key\" on message \"NamesEntry\" changed Java string UTF8 validation from \"VERIFY\" to \"NONE\".",
                        versions));
    }

    @ParameterizedTest
    @CsvSource({"2023, false", "2024, true"})
    void javaClassesAreElsewhereInEdition2024Only(String edition, boolean explained)
            throws ContractException, IOException {
        SourceText text = new SourceText(
                "a.proto", ("edition = \"" + edition + "\"; message M { }").getBytes(StandardCharsets.UTF_8));
        Versions versions = new Versions(schema(""), compile(new ContractFile("a.proto", Optional.of("."), text)));
        assertEquals(
                explained,
                isExplained(
                        "only ours, FILE, FILE_SAME_JAVA_MULTIPLE_FILES: File \"a.proto\" moves its Java classes out of \"A\". Set it.",
                        versions));
        assertEquals(
                explained,
                isExplained(
                        "only buf, all, FILE_SAME_JAVA_OUTER_CLASSNAME: File option \"java_outer_classname\" changed from \"X\" to \"\".",
                        versions));
    }

    @Test
    void whatNothingExplainsStaysUnexplained() throws ContractException, IOException {
        Versions versions = new Versions(schema(""), schema(""));
        assertFalse(isExplained("only ours, all, FIELD_SAME_TYPE: Field 2 changed.", versions));
    }

    private static boolean isExplained(String text, Versions versions) throws IOException {
        int end = text.indexOf(": ");
        Disagreement disagreement = Disagreement.of(text.substring(0, end), text.substring(end + 2), "");
        return Reasons.read().of(disagreement, versions).isPresent();
    }

    private static Schema schema(String declarations) throws ContractException {
        return compile(file("a.proto", declarations));
    }

    private static Schema compile(ContractFile... files) throws ContractException {
        return new LinkingCompiler().compile(List.of(files));
    }

    private static ContractFile file(String path, String declarations) {
        String text = "syntax = \"proto3\"; package p; " + declarations;
        return new ContractFile(path, Optional.of("."), new SourceText(path, text.getBytes(StandardCharsets.UTF_8)));
    }
}
