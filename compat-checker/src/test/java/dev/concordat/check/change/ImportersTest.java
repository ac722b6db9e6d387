package dev.concordat.check.change;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.concordat.schema.ContractException;
import dev.concordat.schema.ContractFile;
import dev.concordat.schema.Schema;
import dev.concordat.schema.SourceText;
import dev.concordat.schema.link.LinkingCompiler;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What contracts of others do with options and extensions and may do no longer, as protoc sees it. */
final class ImportersTest {
    private static final String OTHERWISE = " now, so that contracts of others that use it otherwise no longer compile";
    private static final String OPTIONS =
            "syntax = \"proto2\"; package o; import \"google/protobuf/descriptor.proto\"; "
                    + "extend google.protobuf.MessageOptions { optional X x = 50000; } ";

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "silent", textBlock = """
                                                                  | targets = TARGET_TYPE_FIELD                              | on fields only
            targets = TARGET_TYPE_FIELD, targets = TARGET_TYPE_FILE |  targets = TARGET_TYPE_FIELD                             | on fields only
            targets = TARGET_TYPE_FIELD                           | targets = TARGET_TYPE_METHOD, targets = TARGET_TYPE_FILE | on files, rpcs only
            targets = TARGET_TYPE_FIELD                           | targets = TARGET_TYPE_UNKNOWN                            | on nothing
            targets = TARGET_TYPE_FIELD                           | targets = TARGET_TYPE_FIELD, targets = TARGET_TYPE_FILE  | silent
            targets = TARGET_TYPE_FIELD                           | deprecated = false                                       | silent
            targets = TARGET_TYPE_UNKNOWN                         | targets = TARGET_TYPE_FIELD                              | silent
            """)
    void listsFieldsThatFewerElementsMayHaveInTheirOptions(String previous, String current, String told)
            throws ContractException {
        String text = OPTIONS + "message X { optional int32 a = 1 [%s]; }";
        assertEquals(
                told == null ? List.of() : List.of("field a = 1 of o.X can be set " + told + OTHERWISE),
                between(text.formatted(previous == null ? "deprecated = false" : previous), text.formatted(current)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "silent", textBlock = """
            targets = TARGET_TYPE_FIELD                                  | on nothing
            targets = TARGET_TYPE_FIELD, targets = TARGET_TYPE_MESSAGE   | silent
            """)
    void listsOptionsThatTheirElementsMayHaveNoLonger(String current, String told) throws ContractException {
        String text =
                OPTIONS + "message X { } extend google.protobuf.MessageOptions { optional int32 a = 50001 [%s]; }";
        assertEquals(
                told == null
                        ? List.of()
                        : List.of("extension o.a = 50001 of google.protobuf.MessageOptions can be set " + told
                                + OTHERWISE),
                between(text.formatted("deprecated = false"), text.formatted(current)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            EDITION_2023 |              | EDITION_2024 |              | true
            EDITION_2024 |              | EDITION_2023 |              | false
            EDITION_2023 |              | EDITION_2023 | EDITION_2023 | true
            EDITION_2023 |              | EDITION_2023 | EDITION_2024 | true
            EDITION_2023 | EDITION_2023 | EDITION_2023 |              | false
            """)
    void listsWhatOptionsOfFewerEditionsMayUse(
            String introduced, String removed, String introducedNow, String removedNow, boolean told)
            throws ContractException {
        String text = OPTIONS + "message X { optional int32 a = 1 [%1$s]; } enum E { Z = 0; A = 1 [%1$s]; }";
        assertEquals(
                told
                        ? List.of(
                                "field a = 1 of o.X can be used in options of fewer editions" + OTHERWISE,
                                "value A = 1 of o.E can be used in options of fewer editions" + OTHERWISE)
                        : List.of(),
                between(
                        text.formatted(support(introduced, removed)),
                        text.formatted(support(introducedNow, removedNow))));
    }

    private static String support(String introduced, @Nullable String removed) {
        return "feature_support = { edition_introduced: %s %s }"
                .formatted(introduced, removed == null ? "" : "edition_removed: %s".formatted(removed));
    }

    @Test
    void holdsEachNameOfAValueAgainstItself() throws ContractException {
        String text = OPTIONS
                + "message X { } enum E { option allow_alias = true; Z = 0; A = 1 [%s]; B = 1; }"
                        .formatted(support("EDITION_2023", null));
        assertEquals(
                List.of(),
                between(text, text.replace("message X { }", "message X { optional E a = 1; }")).stream()
                        .filter(change -> !change.endsWith(" added"))
                        .toList());
    }

    @Test
    void listsNothingOfEditionsThatNoFileIsOf() throws ContractException {
        String text = OPTIONS + "message X { optional int32 a = 1 [%s]; }";
        assertEquals(
                List.of(),
                between(
                        text.formatted("deprecated = false"),
                        text.formatted("feature_support = { edition_introduced: EDITION_PROTO2 }")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "silent", textBlock = """
            100 to 200 [verification = UNVERIFIED]  | 100 to 200 [verification = DECLARATION] | extensions of o.B in 100 to 200 must be declared there now, so that contracts of others with extensions that are not no longer compile
            100 to 200                              | 100 to 150, 151 to 200                  | silent
            100 to 200                              | 100 to 199; extensions 200 [@Note]      | extensions of o.B in 200 must be declared there now, so that contracts of others with extensions that are not no longer compile
            100 to 200                              | 100 to 200; extensions 300 [@Other]     | silent
            100 to 199                              | 100 to 199; extensions 200 [@Note]      | silent
            201 to 300                              | 201 to 300; extensions 200 [@Note]      | silent
            100 to 200 [verification = DECLARATION] | 100 to 200 [@Note]                      | silent
            100 to 200 [@Note]                      | 100 to 200                              | silent
            100 to 200 [@Note]                      | 100 to 200 [@Note, @Title]              | silent
            100 to 200 [@Note, @Title]              | 100 to 200 [@Title]                     | extension o.note = 200 of o.B is not declared as it was, so that contracts of others that have it no longer compile
            100 to 200 [@Note]                      | 100 to 199; extensions 200 [@Note]      | silent
            100 to 200 [@Note]                      | 100 to 200 [@Notes]                     | extension o.note = 200 of o.B is not declared as it was, so that contracts of others that have it no longer compile
            100 to 200 [@Note]                      | 100 to 200 [@Gone]                      | extension o.note = 200 of o.B is not declared as it was, so that contracts of others that have it no longer compile
            100 to 200 [@Gone]                      | 100 to 200 [@Note]                      | silent
            100 to 200 [@Note]                      | 100 to 199 [@Title]; extensions 200 [@Note] | silent
            100 to 200 [@Note]                      | 100 to 200 [@Note]; extensions 300 [@Other] | silent
            200 to 300 [@Note]                      | 200 to 300 [@Notes]                     | extension o.note = 200 of o.B is not declared as it was, so that contracts of others that have it no longer compile
            """)
    void listsExtensionsThatMessagesNoLongerTake(String previous, String current, String told)
            throws ContractException {
        assertEquals(told == null ? List.of() : List.of(told), between(extensible(previous), extensible(current)));
    }

    @Test
    void tellsExtensionsWhereTheirRangeIs() throws ContractException {
        String now = extensible("100 to 199; extensions 200 [@Note]");
        assertEquals(
                now.indexOf("200 ["),
                Changes.between(compile(extensible("100 to 200")), compile(now), ".")
                        .changes()
                        .get(0)
                        .location()
                        .start());
    }

    private static String extensible(String ranges) {
        String text = "syntax = \"proto2\"; package o; message A { } message B { message C { } extensions %s; }";
        return text.formatted(ranges.replace("@Notes", declaration(200, "note", "repeated: true"))
                .replace("@Note", declaration(200, "note", ""))
                .replace("@Title", declaration(150, "title", ""))
                .replace("@Other", declaration(300, "other", ""))
                .replace("@Gone", declaration(200, "note", "reserved: true")));
    }

    private static String declaration(int number, String name, String more) {
        return "declaration = { number: %s full_name: \".o.%s\" type: \"int32\" %s }".formatted(number, name, more);
    }

    private static List<String> between(String previous, String current) throws ContractException {
        return Changes.between(compile(previous), compile(current), ".").changes().stream()
                .map(Change::description)
                .toList();
    }

    private static Schema compile(String text) throws ContractException {
        return new LinkingCompiler()
                .compile(List.of(new ContractFile(
                        "a.proto",
                        Optional.of("."),
                        new SourceText("a.proto", text.getBytes(StandardCharsets.UTF_8)))));
    }
}
