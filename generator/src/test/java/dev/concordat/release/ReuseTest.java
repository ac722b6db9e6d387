package dev.concordat.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.concordat.schema.ContractException;
import dev.concordat.schema.Failure;
import dev.concordat.schema.source.CommitId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReuseTest {
    private static final String BOTH = "message Order { string a = 1; string b = 2; }";
    private static final String ONE = "message Order { string a = 1; }";
    private static final String REUSED = "message Order { string a = 1; int32 c = 2; }";
    private static final String FINDING =
            "FIELD_NUMBER_NO_REUSE: Number 2 of \"shop.v1.Order\" was field \"b\" (string) in %s; "
                    + "it is field \"c\" (int32) now. Take a number that was never used, such as 3.";

    @TempDir
    private Path directory;

    @Test
    void isFoundTwoReleasesAfterTheDeletion() throws IOException, ContractException {
        ContractClone clone = released(BOTH, ONE, ONE + "message Other {}");
        assertEquals(List.of(FINDING.formatted("shop/v1.0.0")), found(clone, REUSED));
        Refusal.of(clone::release).is(Failure.CONTRACT).says("FIELD_NUMBER_NO_REUSE");
    }

    @Test
    void isFoundAfterANumberWasReservedAndUnreserved() throws IOException, ContractException {
        ContractClone clone = released(BOTH, "message Order { reserved 2; reserved \"b\"; string a = 1; }", ONE);
        assertEquals(List.of(FINDING.formatted("shop/v1.0.0")), found(clone, REUSED));
    }

    @Test
    void namesTheLastReleaseThatUsedTheNumber() throws IOException, ContractException {
        ContractClone clone = released(BOTH, BOTH + "message Other {}", ONE + "message Other {}");
        assertEquals(List.of(FINDING.formatted("shop/v1.1.0")), found(clone, REUSED + "message Other {}"));
    }

    @Test
    void isFoundForANumberOfABranchThatWasNeverMerged() throws IOException, ContractException {
        ContractClone clone = released(ONE);
        clone.git("checkout", "-q", "-b", "1.x");
        clone.proto("shop", "", BOTH).commit();
        clone.release();
        clone.git("checkout", "-q", "main");
        assertEquals(List.of(FINDING.formatted("shop/v1.1.0")), found(clone, REUSED));
        assertEquals(List.of(), found(clone, BOTH));
    }

    @Test
    void isFoundForANumberOfARetractedRelease() throws IOException, ContractException {
        ContractClone clone = released(ONE, BOTH);
        clone.git("tag", "-a", "-m", "Bad.", "retracted/shop/v1.1.0");
        assertEquals(List.of(FINDING.formatted("shop/v1.1.0")), found(clone, REUSED));
        clone.git("tag", "-d", "shop/v1.1.0");
        assertEquals(List.of(FINDING.formatted("shop/v1.1.0")), found(clone, REUSED));
    }

    @Test
    void isFoundAfterDetours() throws IOException, ContractException {
        ContractClone clone = released(
                BOTH,
                "message Order { string a = 1; string title = 2; }",
                "message Purchase { string a = 1; string title = 2; }",
                "message Purchase { string a = 1; }");
        assertEquals(
                List.of(
                        "FIELD_NUMBER_NO_REUSE: Number 2 of \"shop.v1.Order\" was field \"title\" (string) in shop/v2.0.0; it is field \"x\" "
                                + "(string) now. Take a number that was never used, such as 3.",
                        "FIELD_NAME_NO_REUSE: Name \"b\" of \"shop.v1.Order\" was field 2 (string) in shop/v1.0.0; it is field 1 (string) now. "
                                + "Take a name that was never used."),
                found(clone, "message Purchase { string a = 1; } message Order { string x = 2; string b = 1; }")
                        .stream()
                        .filter(text -> !text.startsWith("FIELD_NUMBER_NO_REUSE: Number 1 "))
                        .toList());
    }

    @Test
    void isNotFoundWhenAFieldReturnsAsItWas() throws IOException, ContractException {
        assertEquals(List.of(), found(released(BOTH, ONE, ONE + "message Other {}"), BOTH));
    }

    @Test
    void isFoundWhereverTheModuleWas() throws IOException, ContractException {
        ContractClone clone = released(BOTH, ONE);
        clone.git("mv", "contracts/shop", "moved");
        clone.write("buf.yaml", "version: v2\nmodules:\n  - path: moved\n");
        clone.write("concordat.yaml", "version: v1\ngroup: com.example.contracts\nmodules:\n  moved:\n    id: shop\n");
        clone.write("moved/shop/v1/shop.proto", "syntax = \"proto3\";\npackage shop.v1;\n" + REUSED)
                .commit();
        assertEquals(List.of(FINDING.formatted("shop/v1.0.0")), texts(clone.plan()));
    }

    @Test
    void isFoundInTheFirstReleaseOfABranchThatHasNone() throws IOException, ContractException {
        ContractClone clone = clone(ONE);
        clone.git("checkout", "-q", "-b", "other");
        clone.proto("shop", "", BOTH).commit();
        clone.release();
        clone.git("checkout", "-q", "main");
        clone.proto("shop", "", REUSED).commit();
        clone.write("README.md", "Main went on.").commit();
        assertEquals(List.of(FINDING.formatted("shop/v1.0.0")), texts(clone.plan()));
    }

    @Test
    void believesATagThatWasMadeByHandAsFarAsItsContractsGo() throws IOException, ContractException {
        ContractClone clone = released(ONE);
        clone.git("checkout", "-q", "-b", "other");
        clone.proto("shop", "", BOTH).commit();
        clone.git("tag", "-a", "-m", "shop 9.9.9\n\nretired: shop.v1.Order 7 x\n", "shop/v9.9.9");
        clone.git("checkout", "-q", "main");
        assertEquals(List.of(FINDING.formatted("shop/v9.9.9")), found(clone, REUSED));
        assertEquals(List.of(), found(clone, "message Order { string a = 1; int32 c = 7; }"));
    }

    @Test
    void isNoAnswerWhenAReleaseCannotBeRead() throws IOException, ContractException {
        ContractClone clone = released(ONE);
        clone.git("checkout", "-q", "-b", "other");
        clone.proto("shop", "", "message Order { Missing it = 2; }").commit();
        clone.git("tag", "shop/v9.9.9");
        clone.git("checkout", "-q", "main");
        assertEquals(List.of(), found(clone, ONE + "message Other {}"));
        clone.proto("shop", "", REUSED).commit();
        Refusal.of(clone::plan)
                .is(Failure.NO_ANSWER)
                .says("The contracts of \"shop/v9.9.9\" cannot be read")
                .says("Missing");
    }

    @Test
    void asksNoOlderReleaseWhenNothingIsNew() throws IOException, ContractException {
        ContractClone clone = released(BOTH, ONE);
        String blob = clone.git("rev-parse", "shop/v1.0.0:" + ContractClone.path("shop"));
        Path object = directory.resolve(".git/objects/" + blob.substring(0, 2) + "/" + blob.substring(2));
        assertTrue(object.toFile().delete());
        clone.proto("shop", "", "// Words.\n" + ONE).commit();
        assertTrue(clone.plan().isAcceptable());
        clone.proto("shop", "", REUSED).commit();
        Refusal.of(clone::plan).is(Failure.NO_ANSWER).says("The contracts of \"shop/v1.0.0\" cannot be read");
    }

    @Test
    void followsTheRulesOfTheBase() throws IOException, ContractException {
        ContractClone clone = released(BOTH, ONE);
        configure(clone, "[FIELD_NO_DELETE, FIELD_NUMBER_NO_REUSE]");
        CommitId merged = clone.commit();
        clone.git("checkout", "-q", "-b", "change");
        assertEquals(List.of(), found(clone, REUSED));
        assertEquals(merged, new CommitId(clone.git("merge-base", "main", "change")));
    }

    /** What the rules about reuse say when the module holds these messages. */
    private static List<String> found(ContractClone clone, String body) throws ContractException {
        clone.proto("shop", "", body).commit();
        return texts(clone.plan());
    }

    private static List<String> texts(Plan plan) {
        return plan.violations().stream()
                .filter(violation -> violation.ruleId().endsWith("_NO_REUSE"))
                .map(violation -> violation.ruleId() + ": " + violation.message())
                .toList();
    }

    /** A module of which each of these bodies was released, whatever broke. */
    private ContractClone released(String first, String... more) throws IOException, ContractException {
        ContractClone clone = clone(first);
        clone.release();
        for (String body : more) {
            clone.proto("shop", "", body).commit();
            clone.release();
        }
        return clone;
    }

    private ContractClone clone(String body) throws IOException {
        ContractClone clone = ContractClone.create(directory, "shop").proto("shop", "", body);
        configure(
                clone,
                "[FIELD_NO_DELETE, MESSAGE_NO_DELETE, MESSAGE_SAME_NAME, FIELD_SAME_NAME, FIELD_SAME_JSON_NAME, RESERVED_MESSAGE_NO_DELETE]");
        clone.commit();
        return clone;
    }

    private static void configure(ContractClone clone, String excepted) {
        clone.write(
                "buf.yaml", "version: v2\nmodules:\n  - path: contracts/shop\nbreaking:\n  except: " + excepted + "\n");
    }
}
