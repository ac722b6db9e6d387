package dev.concordat.release;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.concordat.check.Violation;
import dev.concordat.schema.ContractException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Two modules: what one of them released and gave up keeps its meaning when it comes back in the other. */
final class ReuseOfMovedTypesTest {
    private static final String ITEM = "shared/v1/item.proto";
    private static final String AS_IT_WAS = "message Item { string a = 1; string b = 2; }";
    private static final String CHANGED = "message Item { string a = 1; int32 c = 2; }";
    private static final String GIVEN_UP =
            "FILE_NO_DELETE, FIELD_NO_DELETE, ENUM_VALUE_NO_DELETE, MESSAGE_NO_DELETE, ENUM_NO_DELETE, EXTENSION_NO_DELETE, "
                    + "ENUM_VALUE_SAME_NAME";
    private static final String FINDING =
            "FIELD_NUMBER_NO_REUSE: Number 2 of \"shared.v1.Item\" was field \"b\" (string) in %s; "
                    + "it is field \"c\" (int32) now. Take a number that was never used, such as 3.";

    @TempDir
    private Path directory;

    private ContractClone clone;

    @BeforeEach
    void releaseTheItem() throws IOException, ContractException {
        clone = ContractClone.create(directory, "shop", "user");
        configure("shop", "user");
        write("shop", AS_IT_WAS).commit();
        clone.release();
    }

    @Test
    void isFoundInTheChangeThatMovesTheType() throws ContractException {
        delete("shop");
        write("user", CHANGED).commit();
        assertEquals(List.of(FINDING.formatted("shop/v1.0.0")), reused());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            message Item { string a = 1; string b = 2; } | message Item { string a = 1; int32 b = 2; }  | FIELD_SAME_TYPE
            message Item { string a = 1; string b = 2; } | message Item { string a = 1; string c = 2; } | FIELD_SAME_NAME
            message Item { string a = 1; string b = 2; } | message Item { string b = 1; string a = 2; } | FIELD_SAME_NUMBER
            enum State { NONE = 0; OPEN = 1; }           | enum State { NONE = 0; CLOSED = 1; }         | ENUM_VALUE_SAME_NAME
            """)
    void isNotFoundWhereARuleTellsOfTheFieldOrValue(String before, String after, String rule) throws ContractException {
        configureExcept(GIVEN_UP.replace(", ENUM_VALUE_SAME_NAME", ""), "shop", "user");
        write("shop", before).commit();
        clone.release();
        delete("shop");
        write("user", after).commit();
        assertEquals(
                List.of(rule),
                clone.plan().violations().stream().map(Violation::ruleId).toList());
    }

    /** That rule compares with the last release, in which the number was free, so it cannot say what the number was before. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            optional string a = 1; required int32 c = 2; | MESSAGE_SAME_REQUIRED_FIELDS | it is field "c" (int32) now. Take a number that was never used, such as 3.
            optional string a = 2;                       | FIELD_SAME_NUMBER            | it is field "a" (string) now. Take a number and a name that were never used, such as 3.
            """)
    void isFoundWhereARuleTellsSomethingElseOfTheField(String fields, String rule, String now)
            throws ContractException {
        configureExcept(GIVEN_UP + ", FILE_SAME_SYNTAX", "shop", "user");
        clone.commit();
        proto2("shop", "optional string a = 1; optional string b = 2;").commit();
        clone.release();
        proto2("shop", "optional string a = 1;").commit();
        clone.release();
        configureExcept("FILE_NO_DELETE, FILE_SAME_SYNTAX", "shop", "user");
        clone.commit();
        delete("shop");
        proto2("user", fields).commit();
        assertEquals(
                List.of(rule, "FIELD_NUMBER_NO_REUSE"),
                clone.plan().violations().stream()
                        .map(Violation::ruleId)
                        .sorted(Comparator.reverseOrder())
                        .toList());
        assertEquals(
                List.of("FIELD_NUMBER_NO_REUSE: Number 2 of \"shared.v1.Box\" was field \"b\" (string) in shop/v2.0.0; "
                        + now),
                reused());
    }

    static List<String> placesOfFields() {
        return List.of(
                "%s",
                "optional group Parts = 7 { /* Not the field that the group is, whose text holds what follows as well. */ %s }");
    }

    /** Be it shorter, and in a group that is longer than what comes before it. */
    @ParameterizedTest
    @MethodSource("placesOfFields")
    void isFoundBesideAFieldThatARuleTellsOf(String around) throws ContractException {
        configureExcept(GIVEN_UP + ", FILE_SAME_SYNTAX", "shop", "user");
        clone.commit();
        proto2("shop", around.formatted("optional string b = 2; optional string c = 3; optional string d = 4;"))
                .commit();
        clone.release();
        proto2("shop", around.formatted("optional string b = 2;")).commit();
        clone.release();
        delete("shop");
        proto2("user", around.formatted("optional int32 e = 3; optional fixed32 b = 2; optional int32 f = 4;"))
                .commit();
        assertEquals(
                List.of("FIELD_NUMBER_NO_REUSE", "FIELD_SAME_TYPE", "FIELD_NUMBER_NO_REUSE"),
                clone.plan().violations().stream().map(Violation::ruleId).toList());
    }

    /** The numbers were not free in what the rules compare with: they find nothing there, since names may change. */
    @ParameterizedTest
    @MethodSource("placesOfFields")
    void isFoundBesideAFieldThatARuleTellsOfWhereNamesMayChange(String around) throws ContractException {
        configureExcept(
                GIVEN_UP + ", FILE_SAME_SYNTAX, FIELD_SAME_NAME, FIELD_SAME_JSON_NAME, FIELD_SAME_NUMBER",
                "shop",
                "user");
        clone.commit();
        proto2("shop", around.formatted("optional string b = 2; optional string c = 3; optional string d = 4;"))
                .commit();
        clone.release();
        delete("shop");
        proto2("user", around.formatted("optional string e = 3; optional fixed32 b = 2; optional string f = 4;"))
                .commit();
        assertEquals(
                List.of("FIELD_NUMBER_NO_REUSE", "FIELD_SAME_TYPE", "FIELD_NUMBER_NO_REUSE"),
                clone.plan().violations().stream().map(Violation::ruleId).toList());
    }

    private ContractClone proto2(String module, String fields) {
        return clone.write(
                path(module), "syntax = \"proto2\"; package shared.v1; message Box { %s }".formatted(fields));
    }

    @Test
    void isNotFoundWhenTheTypeMovesAsItIs() throws ContractException {
        delete("shop");
        write("user", AS_IT_WAS).commit();
        assertEquals(List.of(), reused());
    }

    @Test
    void isFoundInAModuleThatWasNeverReleased() throws ContractException {
        delete("shop");
        clone.proto("cart", "", "message Cart { string id = 1; }");
        configure("shop", "user", "cart");
        write("cart", CHANGED).commit();
        assertEquals(List.of(FINDING.formatted("shop/v1.0.0")), reused());
    }

    @Test
    void isFoundWhenTheTypeComesBackAfterARelease() throws ContractException {
        delete("shop");
        clone.commit();
        clone.release();
        clone.write("README.md", "Time goes by.").commit();
        write("user", CHANGED).commit();
        assertEquals(List.of(FINDING.formatted("shop/v1.0.0")), reused());
    }

    @Test
    void isFoundForWhatTheOtherModuleHadGivenUpBefore() throws ContractException {
        write("shop", "message Item { string a = 1; }").commit();
        clone.release();
        delete("shop");
        write("user", CHANGED).commit();
        assertEquals(List.of(FINDING.formatted("shop/v1.0.0")), reused());
    }

    @Test
    void isFoundForWhatAModuleHadThatIsGone() throws ContractException {
        clone.git("rm", "-q", "-r", "contracts/shop");
        configure("user");
        write("user", CHANGED).commit();
        assertEquals(List.of(FINDING.formatted("shop/v1.0.0")), reused());
    }

    @Test
    void isNotFoundAgainWhereItWasMergedIntoAModuleThatWasNeverReleased() throws ContractException {
        delete("shop");
        clone.proto("cart", "", "message Cart { string id = 1; }");
        configure("shop", "user", "cart");
        write("cart", CHANGED).commit();
        clone.proto("cart", "", "message Cart { string id = 1; string more = 2; }")
                .commit();
        assertEquals(List.of(), reused());
    }

    @Test
    void isFoundForATagOfACommitThatKnewNoModules() throws ContractException {
        clone.git("checkout", "-q", "--orphan", "old");
        clone.git("rm", "-q", "-f", "buf.yaml", "concordat.yaml");
        write("shop", "message Item { string a = 1; string old = 9; string older = 20; }")
                .commit();
        clone.git("tag", "shop/v0.9.0");
        clone.git("checkout", "-q", "main");
        delete("shop");
        write("user", "message Item { string a = 1; int32 c = 9; }").commit();
        assertEquals(
                List.of(
                        "FIELD_NUMBER_NO_REUSE: Number 9 of \"shared.v1.Item\" was field \"old\" (string) in shop/v0.9.0; "
                                + "it is field \"c\" (int32) now. Take a number that was never used, such as 21."),
                reused());
    }

    @Test
    void aModuleInAnotherDirectoryLosesNothingOfOthers() throws ContractException {
        clone.git("mv", "contracts/shop", "moved");
        clone.write("buf.yaml", "version: v2\nmodules:\n  - path: contracts/user\n  - path: moved\n");
        clone.write("concordat.yaml", "version: v1\ngroup: com.example.contracts\nmodules:\n  moved:\n    id: shop\n");
        clone.write(
                "moved/" + ITEM,
                "syntax = \"proto3\";\npackage shared.v1;\nmessage Item { string a = 1; string b = 2; string c = 3; }\n");
        clone.proto("user", "", "message User { string id = 1; string more = 2; }")
                .commit();
        assertEquals(
                List.of(Bump.MINOR, Bump.MINOR),
                clone.plan().modules().stream()
                        .flatMap(module -> module.bump().stream())
                        .toList());
    }

    @Test
    void isFoundForWhatOnlyARetractedReleaseHad() throws ContractException {
        clone.git("tag", "retracted/shop/v1.0.0");
        delete("shop");
        clone.commit();
        clone.write("README.md", "Time goes by.").commit();
        write("user", CHANGED).commit();
        assertEquals(List.of(FINDING.formatted("shop/v1.0.0")), reused());
    }

    @Test
    void isFoundWhereOnlyTheTagThatTookTheReleaseBackIsLeft() throws ContractException {
        clone.git("tag", "retracted/shop/v1.0.0");
        clone.git("tag", "-d", "shop/v1.0.0");
        delete("shop");
        write("user", CHANGED).commit();
        assertEquals(List.of(FINDING.formatted("shop/v1.0.0")), reused());
    }

    @Test
    void isFoundForANumberOfAnExtensionThatAnotherModuleTakes() throws ContractException {
        String extended = "import \"google/protobuf/descriptor.proto\";\nextend google.protobuf.MessageOptions { %s }";
        write("shop", AS_IT_WAS);
        extend("shop", extended.formatted("string team = 50001;"));
        clone.commit();
        clone.release();
        clone.git("rm", "-q", "contracts/shop/shop/v1/extension.proto");
        extend("user", extended.formatted("int32 level = 50001;"));
        clone.commit();
        assertEquals(
                List.of(
                        "FIELD_NUMBER_NO_REUSE: Number 50001 of \"google.protobuf.MessageOptions\" was extension \"shop.v1.team\" (string) in "
                                + "shop/v1.1.0; it is extension \"user.v1.level\" (int32) now. Take a number that was never used, such as 50002."),
                reused());
    }

    @Test
    void isFoundForANumberOfAnExtensionThatAnotherModuleStillHas() throws ContractException {
        String extended = "import \"google/protobuf/descriptor.proto\";\nextend google.protobuf.MessageOptions { %s }";
        write("shop", AS_IT_WAS);
        extend("shop", extended.formatted("string team = 50001;"));
        clone.commit();
        clone.release();
        extend("user", extended.formatted("int32 level = 50001;"));
        clone.commit();
        assertEquals(
                List.of(
                        "FIELD_NUMBER_NO_REUSE: Number 50001 of \"google.protobuf.MessageOptions\" was extension \"shop.v1.team\" (string) in "
                                + "shop/v1.1.0; it is extension \"user.v1.level\" (int32) now. Take a number that was never used, such as 50002."),
                reused());
    }

    @Test
    void isFoundForAValueOfAnEnumThatMoves() throws ContractException {
        write("shop", "enum State { STATE_UNSPECIFIED = 0; STATE_OPEN = 1; }").commit();
        clone.release();
        delete("shop");
        write("user", "enum State { STATE_UNSPECIFIED = 0; STATE_CLOSED = 1; }").commit();
        assertEquals(
                List.of(
                        "ENUM_VALUE_NUMBER_NO_REUSE: Number 1 of enum \"shared.v1.State\" was \"STATE_OPEN\" in shop/v2.0.0; it is \"STATE_CLOSED\" now. "
                                + "Take a number that was never used, such as 2."),
                reused());
    }

    @Test
    void asksNoOtherModuleWhereNothingOfThatNameWasGivenUp() throws ContractException {
        write("shop", AS_IT_WAS + " // In between.").commit();
        clone.release();
        write("shop", AS_IT_WAS).commit();
        clone.release();
        String blob = clone.git("rev-parse", "shop/v1.0.1:" + path("shop"));
        Path object = directory.resolve(".git/objects/" + blob.substring(0, 2) + "/" + blob.substring(2));
        assertEquals(true, object.toFile().delete());
        // Of what one module took back, others are not asked.
        clone.git("tag", "retracted/user/v9.0.0");
        clone.proto("user", "", "message User { string id = 1; } message Other { string id = 1; }")
                .commit();
        assertEquals(List.of(), reused());
    }

    private List<String> reused() throws ContractException {
        return clone.plan().violations().stream()
                .filter(violation -> violation.ruleId().endsWith("_NO_REUSE"))
                .map(violation -> violation.ruleId() + ": " + violation.message())
                .toList();
    }

    private ContractClone write(String module, String body) {
        return clone.write(path(module), "syntax = \"proto3\";\npackage shared.v1;\n" + body + "\n");
    }

    private void extend(String module, String body) {
        clone.write(
                "contracts/%s/%s/v1/extension.proto".formatted(module, module),
                "syntax = \"proto3\";\npackage %s.v1;\n%s\n".formatted(module, body));
    }

    private void delete(String module) {
        clone.git("rm", "-q", path(module));
    }

    private static String path(String module) {
        return "contracts/" + module + "/" + ITEM;
    }

    /** All that is given up, or means something else at once, is accepted. */
    private void configure(String... modules) {
        configureExcept(GIVEN_UP + ", FIELD_SAME_TYPE, FIELD_SAME_NAME, FIELD_SAME_JSON_NAME", modules);
    }

    private void configureExcept(String rules, String... modules) {
        StringBuilder text = new StringBuilder("version: v2\nmodules:\n");
        for (String module : modules) {
            text.append("  - path: contracts/").append(module).append('\n');
        }
        clone.write("buf.yaml", text + "breaking:\n  except: [" + rules + "]\n");
    }
}
