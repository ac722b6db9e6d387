package dev.concordat.release;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.concordat.check.Violation;
import dev.concordat.schema.ContractException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** After a merge of branches that released, what each of their releases promised holds. */
final class MergedReleasesTest {
    @TempDir
    private Path directory;

    private ContractClone clone = new ContractClone(Path.of(""));

    @BeforeEach
    void releaseOnTwoBranches() throws IOException, ContractException {
        clone = ContractClone.create(directory, "route");
        clone.commit();
        clone.release();
        clone.git("branch", "side");
        fields("string name = 2;");
        assertEquals("route/v1.1.0", clone.release().get(0));
        clone.git("checkout", "-q", "side");
        fields("string side = 3;");
        assertEquals("route/v1.2.0", clone.release().get(0));
        clone.git("checkout", "-q", "main");
    }

    @Test
    void ofTheLowerOneNothingGoes() throws ContractException {
        clone.git("checkout", "-q", "-b", "change");
        merge();
        clone.git("checkout", "side", "--", "contracts");
        clone.commit();
        Plan plan = clone.plan();
        assertEquals(List.of("FIELD_NO_DELETE"), rules(plan));
        assertEquals(1, plan.breaks().size());
        assertEquals(Optional.of(Bump.MAJOR), plan.modules().get(0).bump());
        assertEquals(
                List.of("Release route/v1.2.0 does not hold route/v1.1.0, so \"route\" is compared with both."),
                plan.notes());

        fields("string name = 2; string side = 3;");
        assertEquals(List.of(), rules(clone.plan()));
        assertEquals("route/v1.3.0", clone.plan().due().get(0).tag().name());
    }

    @Test
    void whatBreaksForBothIsToldOnceAndWhatBreaksForOneAsWell() throws ContractException {
        String inside = " message %s { message Stop { string id = 1; } }";
        clone.proto("route", "", "message Route { string id = 1; string name = 2; }" + inside.formatted("North"))
                .commit();
        assertEquals("route/v1.3.0", clone.release().get(0));
        clone.git("checkout", "-q", "side");
        clone.proto(
                        "route",
                        "// What both have stands elsewhere.",
                        "message Route { string id = 1; string side = 3; }" + inside.formatted("South"))
                .commit();
        assertEquals("route/v1.4.0", clone.release().get(0));
        clone.git("checkout", "-q", "main");
        merge();
        clone.proto(
                        "route",
                        "",
                        "message Route { bytes id = 1; }"
                                + (inside.formatted("North") + inside.formatted("South")).replace("string", "int32"))
                .commit();
        Plan plan = clone.plan();
        assertEquals(
                List.of(
                        "FIELD_NO_DELETE",
                        "FIELD_NO_DELETE",
                        "FIELD_NUMBER_NO_REUSE",
                        "FIELD_SAME_TYPE",
                        "FIELD_SAME_TYPE",
                        "FIELD_SAME_TYPE"),
                rules(plan).stream().sorted().toList());
        assertEquals(6, plan.breaks().size(), plan.breaks().toString());
    }

    @Test
    void howeverManyFollowedIt() throws ContractException {
        for (String more : List.of("string more = 4;", "string more = 4; string most = 5;")) {
            fields("string name = 2; " + more);
            clone.release();
        }
        merge();
        Plan plan = clone.plan();
        assertEquals(List.of("FIELD_NO_DELETE"), rules(plan));
        assertEquals(
                List.of("Release route/v1.4.0 does not hold route/v1.2.0, so \"route\" is compared with both."),
                plan.notes());
    }

    @Test
    void unlessItWasTakenBack() throws ContractException {
        merge();
        assertEquals(List.of("FIELD_NO_DELETE"), rules(clone.plan()));
        clone.git("tag", "retracted/route/v1.1.0", "route/v1.1.0");
        fields("string side = 3;");
        assertEquals(List.of(), rules(clone.plan()));
    }

    @Test
    void beforeTheFirstVersionThatPromisesALowerMinorHoldsNothing() throws ContractException, IOException {
        ContractClone unstable =
                ContractClone.create(directory.resolve("unstable")).modules("draft");
        draft(unstable, "string id = 1; string name = 2;");
        assertEquals("draft/v0.1.0", unstable.release().get(0));
        unstable.git("branch", "side");
        draft(unstable, "string id = 1; string other = 2;");
        for (Break renamed : unstable.plan().breaks()) {
            WaivedChange.waive(directory.resolve("unstable"), renamed, WaivedChange.REASON, WaivedChange.LATER, false);
        }
        unstable.commit();
        assertEquals("draft/v0.2.0", unstable.release().get(0));
        unstable.git("checkout", "-q", "side");
        draft(unstable, "string id = 1; string name = 2; string fix = 3;");
        assertEquals("draft/v0.1.1", unstable.release().get(0));
        unstable.git("checkout", "-q", "main");
        unstable.git("merge", "-q", "-s", "ours", "--no-edit", "side");
        assertEquals(List.of(), unstable.plan().breaks());
    }

    private static void draft(ContractClone clone, String fields) {
        clone.write(
                        "contracts/draft/draft/v1alpha1/draft.proto",
                        "syntax = \"proto3\"; package draft.v1alpha1; message Draft { %s }".formatted(fields))
                .commit();
    }

    private void fields(String more) {
        clone.proto("route", "", "message Route { string id = 1; %s }".formatted(more))
                .commit();
    }

    /** Takes the branch's commits along, and nothing of its contracts. */
    private void merge() {
        clone.git("merge", "-q", "-s", "ours", "--no-edit", "side");
    }

    private static List<String> rules(Plan plan) {
        return plan.violations().stream().map(Violation::ruleId).toList();
    }
}
