package dev.concordat.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.concordat.schema.ContractException;
import dev.concordat.schema.Failure;
import dev.concordat.schema.source.GitRepository;
import java.util.List;
import org.junit.jupiter.api.Test;

final class WaiverLifeTest extends WaivedChange {
    @Test
    void makesAMajorWhoseTagSaysWhoAcceptedWhat() throws ContractException {
        clone.proto("shop", "", RENAMED);
        Break renamed = waive(only(clone.planWorkingTree()));
        clone.commit();
        assertEquals("shop/v2.0.0", clone.release().get(0));
        String tag = clone.git("cat-file", "tag", "shop/v2.0.0");
        assertTrue(
                tag.contains("\nwaiver: " + renamed.fingerprint()
                        + " FIELD_SAME_NAME, @shop until 2026-11-26: Nobody reads it.\n"),
                tag);
        assertTrue(clone.plan().isAcceptable());
        assertEquals(
                List.of(renamed.fingerprint()),
                fingerprints(clone.plan().waivers().idle()));
    }

    @Test
    void isSpentByARelease() throws ContractException {
        clone.proto("shop", "", RENAMED);
        Break renamed = waive(only(clone.planWorkingTree()));
        clone.commit();
        clone.release();
        clone.proto("shop", "", BOTH).commit();
        Break back = waive(only(clone.planWorkingTree()));
        clone.commit();
        clone.release();
        assertNotEquals(renamed.fingerprint(), back.fingerprint());

        clone.proto("shop", "", RENAMED);
        Break again = only(clone.planWorkingTree());
        assertEquals(renamed.fingerprint(), again.fingerprint());
        waive(again);
        assertEquals(List.of("FIELD_SAME_NAME"), rules(clone.planWorkingTree()));
        assertEquals(
                List.of("waivers.yaml:12:5: A release has used up this very waiver, and now the same breaks once more. "
                        + "Give it a reason or a date of its own."),
                texts(clone.planWorkingTree().problems()));
        waive(again, "It was agreed once more.", LATER, false);
        assertTrue(clone.planWorkingTree().isAcceptable());
    }

    @Test
    void blocksAReleaseOnceItHasExpiredButNobodysChange() throws ContractException {
        clone.proto("shop", "", RENAMED);
        Break renamed = only(clone.planWorkingTree());
        waive(renamed, REASON, ContractClone.TODAY.minusDays(1), false);
        String expired = "waivers.yaml:4:5: This waiver expired on 2026-11-24, so \"shop\" cannot be released with it. "
                + "@shop decides: a later date, or the break is taken back.";
        assertEquals(List.of(expired), texts(clone.planWorkingTree().problems()), "as long as it is new");
        assertFalse(PlanText.print(clone.planWorkingTree()).contains(expired + "\n" + expired));
        clone.commit();
        ContractException refused = assertThrows(ContractException.class, clone::release);
        assertEquals(List.of(expired), texts(refused.problems()));
        clone.write("README.md", "The next change.").commit();
        assertTrue(clone.plan().isAcceptable());
        assertTrue(PlanText.print(clone.plan()).contains(expired));
        Refusal.of(clone::release).is(Failure.CONTRACT).says(expired);
        waive(renamed, REASON, ContractClone.TODAY, false);
        clone.commit();
        assertEquals("shop/v2.0.0", clone.release().get(0));
    }

    @Test
    void blocksNoReleaseWhenItHasExpiredAndAcceptsNothing() throws ContractException {
        clone.proto("shop", "", RENAMED);
        waive(only(clone.planWorkingTree()), REASON, ContractClone.TODAY.minusDays(1), false);
        clone.proto("shop", "", BOTH).commit();
        clone.proto("shop", "", BOTH + "message Added {}").commit();
        assertEquals(List.of(), clone.plan().waivers().expired());
        assertEquals("shop/v1.1.0", clone.release().get(0));
    }

    @Test
    void ofAnotherPackageIsForTheContentsAsTheyAre() throws ContractException {
        String file = ContractClone.path("shop");
        String renamed = "syntax = \"proto3\";\npackage shop.v2;\n" + BOTH;
        clone.write(file, renamed);
        waive(only(clone.planWorkingTree()), REASON, LATER, true);
        clone.write(file, renamed + "// Words.\n");
        assertTrue(clone.planWorkingTree().isAcceptable());
        clone.write(file, renamed.replace("string", "bytes"));
        assertEquals(List.of("FILE_SAME_PACKAGE"), rules(clone.planWorkingTree()));
    }

    @Test
    void outlivesEditsThatHaveNothingToDoWithIt() throws ContractException {
        clone.proto("shop", "", RENAMED);
        waive(only(clone.planWorkingTree()));
        clone.proto("shop", "", "\n// Words.\n\nmessage Added { string x = 1; }\n" + RENAMED);
        assertTrue(clone.planWorkingTree().isAcceptable());
    }

    @Test
    void staysAcceptedWhenTheReleaseThatAcceptedItIsRetracted() throws ContractException {
        clone.proto("shop", "", RENAMED);
        waive(only(clone.planWorkingTree()));
        clone.commit();
        clone.release();
        clone.git("tag", "-a", "-m", "Bad jar.", "retracted/shop/v2.0.0");
        clone.git("rm", "-q", "waivers.yaml");
        clone.proto("shop", "", RENAMED + "message Added {}").commit();
        Plan plan = clone.plan();
        assertTrue(plan.isAcceptable());
        assertEquals(
                "1.0.0",
                plan.modules().get(0).previous().orElseThrow().version().toString());
        assertEquals(1, plan.modules().get(0).change().accepted().size());
        clone.proto("shop", "", RENAMED.replace("string a", "int32 a"));
        assertEquals(List.of("FIELD_SAME_TYPE"), rules(clone.planWorkingTree()), "which it did not accept");
        clone.proto("shop", "", RENAMED + "message Added {}");
        assertEquals("shop/v3.0.0", clone.release().get(0));
    }

    @Test
    void isForTheNumberThatAValueMovedTo() throws ContractException {
        String moved = BOTH + "enum State { NONE = 0; OPEN = %d; }";
        clone.proto("shop", "", moved.formatted(1)).commit();
        clone.release();
        clone.proto("shop", "", moved.formatted(2));
        Break accepted = only(clone.planWorkingTree());
        waive(accepted, REASON, LATER, true);
        clone.commit();
        clone.release();
        clone.git("tag", "-a", "-m", "Bad jar.", "retracted/shop/v2.0.0");
        clone.proto("shop", "", moved.formatted(3));
        assertEquals(List.of("ENUM_VALUE_SAME_NUMBER"), rules(clone.planWorkingTree()));
        assertNotEquals(accepted.fingerprint(), only(clone.planWorkingTree()).fingerprint());
    }

    @Test
    void isOneForEachOfTwoNamesOfANumberThatPart() throws ContractException {
        clone.proto("shop", "", BOTH + "enum State { option allow_alias = true; NONE = 0; OPEN = 1; SHUT = 1; }")
                .commit();
        clone.release();
        clone.proto("shop", "", BOTH + "enum State { NONE = 0; OPEN = 2; SHUT = 3; }");
        for (Break found : clone.planWorkingTree().breaks()) {
            waive(found, REASON, LATER, true);
        }
        assertEquals(List.of(), rules(clone.planWorkingTree()));
        assertEquals(List.of(), texts(clone.planWorkingTree().problems()));
    }

    @Test
    void isAskedForOnABranchWhateverAReleaseOfAnotherAccepted() throws ContractException {
        clone.git("branch", "1.x");
        clone.proto("shop", "", RENAMED);
        Break renamed = waive(only(clone.planWorkingTree()));
        clone.commit();
        assertEquals("shop/v2.0.0", clone.release().get(0));
        clone.git("checkout", "-q", "1.x");
        clone.proto("shop", "", RENAMED);
        assertEquals(List.of("FIELD_SAME_NAME"), rules(clone.planWorkingTree()));
        waive(renamed);
        assertTrue(clone.planWorkingTree().isAcceptable(), "nor is it used up here");
    }

    @Test
    void isReadFromWhatIsReleased() throws ContractException {
        clone.proto("shop", "", RENAMED);
        Break renamed = only(clone.planWorkingTree());
        clone.commit();
        waive(renamed);
        assertTrue(clone.planWorkingTree().isAcceptable());
        assertEquals(List.of("FIELD_SAME_NAME"), rules(clone.plan()));
        try (GitRepository repository = GitRepository.open(directory)) {
            Refusal.of(() -> new Releaser(repository).refuseUncommitted()).says("waivers.yaml: It is not committed");
        }
    }
}
