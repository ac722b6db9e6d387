package dev.concordat.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.concordat.check.report.Notice;
import dev.concordat.schema.ContractException;
import dev.concordat.schema.Failure;
import dev.concordat.schema.Place;
import dev.concordat.waiver.Waiver;
import dev.concordat.waiver.WaiversFile;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

final class WaiversTest extends WaivedChange {
    @Test
    void acceptsOneBreakAndKeepsTheGateOnForTheOthers() throws ContractException {
        clone.proto("shop", "", RENAMED);
        Break renamed = waive(only(clone.planWorkingTree()));
        assertEquals("FIELD_SAME_NAME", renamed.violation().ruleId());
        assertTrue(clone.planWorkingTree().isAcceptable());
        assertEquals(List.of(), clone.planWorkingTree().waivers().idle());
        clone.proto("shop", "", "message Order { int32 a = 1; string c = 2; }");
        assertEquals(List.of("FIELD_SAME_TYPE"), rules(clone.planWorkingTree()));
    }

    @Test
    void isShownFirstByTheChangeThatBringsItAlone() throws ContractException {
        clone.git("checkout", "-q", "-b", "change");
        clone.proto("shop", "", RENAMED);
        Break renamed = waive(only(clone.planWorkingTree()));
        clone.commit();
        assertEquals(
                List.of(new Notice(
                        new Place("waivers.yaml", 4, 5),
                        "New waiver for FIELD_SAME_NAME in contracts/shop/shop/v1/shop.proto: " + renamed.finding()
                                + " Reason: Nobody reads it. Owner: @shop, until 2026-11-26.")),
                clone.plan().waivers().news());
        clone.git("checkout", "-q", "main");
        clone.git("merge", "-q", "--no-edit", "change");
        clone.write("README.md", "Main went on.").commit();
        assertEquals(List.of(), clone.plan().waivers().news());
        assertEquals(1, clone.plan().waivers().accepted().size());
        assertTrue(PlanText.print(clone.plan()).contains("waivers.yaml accepts 1 violation.\n"));
    }

    @Test
    void failsOnlyTheChangeThatAddsItForNothing() throws ContractException {
        clone.proto("shop", "", RENAMED);
        waive(only(clone.planWorkingTree()));
        clone.proto("shop", "", BOTH);
        assertEquals(
                List.of(
                        "waivers.yaml:4:5: This waiver accepts nothing: module \"shop\" has no violation with its fingerprint. "
                                + "Remove it, or run \"concordat waive\" for the violation that is meant."),
                texts(clone.planWorkingTree().problems()));
        assertFalse(clone.planWorkingTree().isAcceptable());
        assertFalse(PlanText.print(clone.planWorkingTree()).contains("accepts nothing any more"), "it never did");
        clone.commit();
        Refusal.of(clone::release).is(Failure.CONTRACT).says("accepts nothing");
        clone.write("README.md", "The next change.").commit();
        assertTrue(clone.plan().isAcceptable());
        assertTrue(
                PlanText.print(clone.plan())
                        .contains(
                                "1 waiver of waivers.yaml accepts nothing any more; \"concordat waive --prune\" removes what is spent.\n"));
        new WaiversFile(directory, "").remove(clone.plan().waivers().idle());
        assertEquals(List.of(), clone.planWorkingTree().waivers().idle());
    }

    @Test
    void mustNameTheWireForAStablePackage() throws ContractException {
        clone.proto("shop", "", ONE);
        Break deleted = only(clone.planWorkingTree());
        assertTrue(deleted.wire());
        waive(deleted);
        Plan plan = clone.planWorkingTree();
        assertEquals(List.of("FIELD_NO_DELETE"), rules(plan));
        assertEquals(
                List.of(
                        "waivers.yaml:4:5: This waiver does not cover that services which are already running misread messages or are "
                                + "not answered any more. Add a new package beside the stable one; or write \"wire: true\", and in the reason "
                                + "how the services are drained."),
                texts(plan.problems()));
        clone.proto("shop", "", "message Order { reserved 2; string a = 1; }");
        assertTrue(clone.planWorkingTree().isAcceptable(), "a number that is reserved is deleted for the code alone");
        clone.proto("shop", "", ONE);
        waive(deleted, REASON, LATER, true);
        assertTrue(clone.planWorkingTree().isAcceptable());
    }

    @Test
    void needNotNameTheWireForAnUnstablePackage() throws ContractException {
        String unstable = "syntax = \"proto3\";\npackage shop.v1beta1;\n";
        String path = "contracts/shop/shop/v1beta1/draft.proto";
        clone.write(path, unstable + "message Draft { string a = 1; string b = 2; }")
                .commit();
        clone.release();
        clone.write(path, unstable + "message Draft { string a = 1; }");
        waive(only(clone.planWorkingTree()));
        assertTrue(clone.planWorkingTree().isAcceptable());
    }

    @Test
    void mustNameTheWireForWhatAStablePackageUses() throws ContractException {
        String unstable = "syntax = \"proto3\";\npackage shop.v1beta1;\n";
        String path = "contracts/shop/shop/v1beta1/draft.proto";
        clone.write(path, unstable + "message Draft { string a = 1; string b = 2; }")
                .write(
                        "contracts/shop/shop/v1/basket.proto",
                        "syntax = \"proto3\";\npackage shop.v1;\nimport \"shop/v1beta1/draft.proto\";\n"
                                + "message Basket { shop.v1beta1.Draft draft = 3; }")
                .commit();
        clone.release();
        clone.write(path, unstable + "message Draft { string a = 1; }");
        assertTrue(only(clone.planWorkingTree()).wire());
    }

    @Test
    void coversRpcsThatAreGoneOnlyWhenItNamesTheWire() throws ContractException {
        String service = "message A {} service Shop { rpc Get(A) returns (A); %s }";
        clone.proto("shop", "", BOTH + service.formatted("rpc Put(A) returns (A);"))
                .commit();
        clone.release();
        clone.proto("shop", "", BOTH + service.formatted(""));
        assertTrue(only(clone.planWorkingTree()).wire());
    }

    @Test
    void acceptsNothingWhenItsWordsAreOthers() throws IOException, ContractException {
        clone.proto("shop", "", RENAMED);
        Break renamed = only(clone.planWorkingTree());
        for (String[] words : new String[][] {
            {"FIELD_SAME_JSON_NAME", renamed.file(), renamed.finding()},
            {renamed.violation().ruleId(), "contracts/shop/other.proto", renamed.finding()},
            {renamed.violation().ruleId(), renamed.file(), "A comment changed."}
        }) {
            new WaiversFile(directory, "")
                    .add(List.of(new Waiver(
                            renamed.fingerprint(),
                            "shop",
                            words[1],
                            words[0],
                            words[2],
                            REASON,
                            "@shop",
                            LATER,
                            false,
                            Place.of("waivers.yaml"))));
            Plan plan = clone.planWorkingTree();
            assertEquals(List.of("FIELD_SAME_NAME"), rules(plan));
            assertTrue(texts(plan.problems()).get(0).contains("is not what its fingerprint stands for"), words[2]);
            assertEquals(List.of(), plan.waivers().idle());
        }
    }

    @Test
    void acceptsNothingInAnotherModule() throws ContractException {
        clone.proto("shop", "", RENAMED);
        Break renamed = only(clone.planWorkingTree());
        waive(new Break("other", renamed.violation(), renamed.fingerprint(), false));
        Plan plan = clone.planWorkingTree();
        assertEquals(List.of("FIELD_SAME_NAME"), rules(plan));
        assertEquals(
                List.of(
                        "waivers.yaml:4:5: This waiver accepts nothing: module \"other\" has no violation with its fingerprint. "
                                + "Remove it, or run \"concordat waive\" for the violation that is meant."),
                texts(plan.problems()));
    }

    @Test
    void acceptsNothingBeforeTheFirstCommit() throws IOException, ContractException {
        clone.proto("shop", "", RENAMED);
        Break renamed = only(clone.planWorkingTree());
        directory = directory.resolve("unborn");
        clone = ContractClone.create(directory, "shop");
        waive(renamed);
        assertTrue(texts(clone.planWorkingTree().problems()).get(0).contains("This waiver accepts nothing"));
    }

    @Test
    void acceptsAReuseWhateverNumberIsProposedAndWhicheverReleaseIsNamed() throws ContractException {
        clone.proto("shop", "", ONE);
        waive(only(clone.planWorkingTree()), REASON, LATER, true);
        clone.commit();
        clone.release();
        clone.proto("shop", "", "message Order { string a = 1; int32 c = 2; }");
        Break reuse = only(clone.planWorkingTree());
        assertEquals("FIELD_NUMBER_NO_REUSE", reuse.violation().ruleId());
        assertTrue(reuse.wire());
        waive(reuse, REASON, LATER, true);
        clone.proto("shop", "", "message Order { string a = 1; int32 c = 2; string d = 3; }");
        clone.git("tag", "shop/v1.5.0", "shop/v1.0.0^{commit}");
        assertTrue(clone.planWorkingTree().isAcceptable());
        clone.commit();
        assertEquals("shop/v3.0.0", clone.release().get(0));
        clone.proto("shop", "", "message Order { string a = 1; int32 c = 2; string d = 3; string e = 4; }");
        assertTrue(clone.planWorkingTree().isAcceptable(), "what was released is not reported again");
    }
}
